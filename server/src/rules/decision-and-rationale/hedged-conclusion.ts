import { sourceSpan } from '../../determination/prose.ts';
import type { Span } from '../../markdown/span.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const hedgedConclusion = defineRule({
  id: 'hedged-conclusion',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'A conclusion decides.',
  why: 'A determination is final and binding. “May not be necessary”, or a wish for more records, decides nothing: where the file doesn’t show the need, the request is not medically necessary on this file.',
  sources: [{ title: 'Labor Code 4610.6(f) and (g)' }, { title: '0 of 439 published conclusions hedge' }],
  leavesAlone: ['A condition or a delay anywhere but in the last sentence.', 'Hedges anywhere but in front of the verdict: “the tear may be old” is medicine.', 'Quoted words.'],
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
    const condition = rationale?.conclusion?.condition;
    // A last sentence that takes back what was found: "No need is shown. The aide may be necessary, or may not be."
    const takenBack = rationale?.conclusion && rationale.open && rationale.open.start > rationale.conclusion.span.end ? rationale.open : undefined;
    const found = rationale?.conclusion ? rationale.conclusion.hedge ?? condition ?? takenBack : rationale?.open;
    if (!rationale || !found) return;
    const { prose, conclusion } = rationale;
    const words = prose.text.slice(found.start, found.end);
    const span = sourceSpan(prose, found);
    const fixes = conclusion && found !== condition && found !== takenBack && found.start < conclusion.verdict.end ? [decide(words, span)] : [];
    report({ span, ...(found === condition || found === takenBack ? { severity: 'information' } : {}), messageId: 'open', data: { item: item.number, words }, fixes });
  },
});

/** The plain verb for the hedge; a condition behind the verdict is for the reviewer to weigh. */
function decide(words: string, span: Span): Fix {
  const plain = /\bnot\b/i.test(words) ? 'is not' : 'is';
  return { title: `Replace “${words}” by “${plain}”`, applicability: 'suggestion', edits: [{ span, newText: plain }] };
}
