import { sourceSpan } from '../../determination/prose.ts';
import type { Span } from '../../markdown/span.ts';
import { deferral } from '../shared/deferral.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

/** Between the subject and the verdict of a conclusion. */
const HEDGE = /\b(?:may(?: not)? be|might(?: not)? be|could be|(?:does|do) not (?:appear|seem)(?: to be)?|appears?(?: not)?(?: to be)?|seems?(?: not)?(?: to be)?|(?:is|are) (?:possibly|probably|likely|perhaps|potentially)(?: not)?|would (?:likely|probably) (?:not )?be)\s+(?:\w+\s){0,2}$/i;

export const hedgedConclusion = defineRule({
  id: 'hedged-conclusion',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A conclusion decides.',
  why: 'A determination is final and binding. “May not be necessary”, or a wish for more records, decides nothing: where the file doesn’t show the need, the request is not medically necessary on this file.',
  sources: [{ title: 'Labor Code 4610.6(f) and (g)' }, { title: '0 of 439 published conclusions hedge' }],
  leavesAlone: ['Hedges anywhere but in front of the verdict: “the tear may be old” is medicine.', 'Quoted words.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The tear may be old and the gait appears steady. Therefore, a cane is not medically necessary.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of this patient is steady. Therefore, a cane ⟦may not be⟧ medically necessary.',
      fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of this patient is steady. Therefore, a cane is not medically necessary.',
    }],
  },
  messages: {
    open: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)}: “${words}” leaves the decision open. Say that the request is, or is not, medically necessary.`,
  },
  check: (item, _context, report) => {
    const { rationale } = item.reading;
    if (!rationale) return;
    const { prose, conclusion } = rationale;
    const found = conclusion ? hedgeBefore(prose.text, conclusion) : deferral(rationale);
    if (!found) return;
    const words = prose.text.slice(found.start, found.end);
    const span = sourceSpan(prose, found);
    const plain = /\bnot\b/i.test(words) ? 'is not' : 'is';
    const fixes: Fix[] = conclusion ? [{ title: `Replace “${words}” by “${plain}”`, applicability: 'suggestion', edits: [{ span, newText: plain }] }] : [];
    report({ span, messageId: 'open', data: { item: item.number, words }, fixes });
  },
});

/** The hedge that stands right before the verdict; a verdict that begins with its own "not" may hold it. */
function hedgeBefore(text: string, { span, verdict }: { readonly span: Span; readonly verdict: Span }): Span | null {
  const core = verdict.start + (/^(?:not|no)\s(?:(?:appear|seem)\s)?(?:to\s)?(?:be\s)?/i.exec(text.slice(verdict.start, verdict.end))?.[0].length ?? 0);
  const match = HEDGE.exec(text.slice(span.start, core));
  return match && { start: span.start + match.index, end: span.start + match.index + match[0].trimEnd().length };
}
