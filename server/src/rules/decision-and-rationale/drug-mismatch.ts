import { sourceSpan } from '../../determination/prose.ts';
import { titleWords } from '../../determination/title-words.ts';
import { findDrugs, sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName, requestOf } from '../shared/wording.ts';

export const drugMismatch = defineRule({
  id: 'drug-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The drug that is decided is the drug that was requested.',
  why: 'A conclusion carried over from another item decides a drug that this item isn’t about, and leaves the requested one undecided.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['A brand and its generic name, a combination and its ingredients.', 'A class or a paraphrase (“this medication”).', 'A conclusion that names the requested drug beside others.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Norco 10/325 mg #60: Upheld\n\n**Decision rationale:** No gain is recorded. A taper is advised. Therefore, hydrocodone/acetaminophen is not medically necessary for this patient.'],
    invalid: [{
      draft: '### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, the request for ⟦tizanidine⟧ is not medically necessary.',
      fixed: '### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, the request for Naproxen is not medically necessary.',
    }],
  },
  check: (item, _context, report) => {
    const { rationale, title } = item.reading;
    const conclusion = rationale?.conclusion;
    if (!rationale || !conclusion) return;
    const requested = findDrugs(requestOf(item));
    const first = requested[0];
    if (!first) return;
    const sentence = rationale.prose.text.slice(conclusion.span.start, conclusion.verdict.end);
    const decided = findDrugs(sentence);
    const other = decided[0];
    if (!other || decided.some(({ value }) => requested.some((drug) => isSameDrug(drug.value, value)))) return;
    // The title's own words in the conclusion: the other drug stands beside the requested one under a name we don't know.
    const words = titleWords(sentence);
    if ([...titleWords(first.text)].some((word) => words.has(word))) return;
    const span = sourceSpan(rationale.prose, { start: conclusion.span.start + other.span.start, end: conclusion.span.start + other.span.end });
    report({
      span,
      message: `${itemName(item)} is about ${first.text}, but its conclusion decides ${other.text}. Decide the drug that was requested.`,
      related: [{ span: title.span, message: `The request: ${first.text}` }],
      fixes: [{ title: `Replace “${other.text}” by “${first.text}”`, applicability: 'suggestion', edits: [{ span, newText: first.text }] } satisfies Fix],
    });
  },
});

/** A combination and its ingredient are the same; two opioids that are both combined with acetaminophen are not. */
function isSameDrug(a: Drug, b: Drug): boolean {
  const [first, second] = [a.generic, b.generic].map((generic) => /^(.+)\/acetaminophen$/.exec(generic)?.[1]);
  return first !== undefined && second !== undefined ? first === second : sharesIngredient(a, b);
}
