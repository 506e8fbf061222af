import { findGrounds } from '../shared/grounds.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

/** What treatment need not achieve to be necessary. */
const TOO_MUCH: readonly RegExp[] = [
  /\b(?:will|would|does|do|can|could|did|may|is|are) ?(?:not|never|unlikely to) (?:likely )?(?:be able to )?(?:cure|be curative|be a cure|provide a cure)\b/i,
  /\b(?:won’t|won't|doesn’t|doesn't|wouldn’t|wouldn't|cannot|can’t|can't) (?:cure|be expected to cure)\b/i,
  /\b(?:is|are) (?:not|neither) (?:a cure|curative)\b/i,
  /\bno (?:cure|guarantee|certainty|assurance)\b/i,
  /\b(?:not|never|cannot be|nothing (?:is|was)) (?:be )?guarantee[ds]?\b/i,
  /\b(?:(?<!\b(?:did|has|have|had|was|were) )not|never|cannot|can’t|doesn’t|doesn't|unlikely to|no (?:evidence|likelihood|expectation) (?:of|that)) (?:[a-z]+ ){0,8}(?:complete|full|total|permanent) (?:recovery|resolution|relief|cure|return to (?:work|function))\b/i,
  /\b(?:not|never|cannot|unlikely to) (?:[a-z]+ ){0,4}(?:recover (?:completely|fully)|(?:completely|fully|permanently) (?:recover|resolve|relieve|cure))\b/i,
];

const groundsOf = findGrounds(TOO_MUCH);

export const wrongStandard = defineRule({
  id: 'wrong-standard',
  family: 'law-scope-privacy',
  scope: 'item',
  severity: 'warning',
  summary: 'A request isn’t denied because the treatment will not cure, or can’t be guaranteed.',
  why: 'Treatment is due that is reasonably required to cure *or relieve* the effects of the injury. Who denies it because it will not cure, or won’t lead to complete recovery, asks for more than the law does.',
  sources: [{ title: 'Labor Code 4600(a)' }, { title: 'Labor Code 4610.5(c)(2)' }],
  leavesAlone: ['Approved requests.', 'What guidelines, studies or the denial say, and quotations.', 'Complete recovery told as a fact: “has recovered completely”, “did not have complete relief”.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The worker has made a complete recovery, and the gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** A cane ⟦will not cure⟧ the arthritis. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    mustCure: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)} argues with “${words}”, but treatment need not cure: it is due when it is reasonably required to cure or relieve. Say what it would or would not relieve.`,
  },
  check: (item, _context, report) => {
    for (const { words, span } of groundsOf(item)) {
      report({ span, messageId: 'mustCure', data: { item: item.number, words } });
    }
  },
});
