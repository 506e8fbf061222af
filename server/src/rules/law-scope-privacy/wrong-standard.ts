import { groundsOf } from '../common/grounds.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const wrongStandard = defineRule({
  id: 'wrong-standard',
  family: 'law-scope-privacy',
  scope: 'item',
  severity: 'warning',
  summary: 'A request isn’t denied because the treatment will not cure, can’t be guaranteed, or isn’t proven beyond doubt.',
  why: 'Treatment is due that is reasonably required to cure *or relieve* the effects of the injury. Who denies it because it will not cure, or won’t lead to complete recovery, asks for more than the law does; so does who wants proof beyond doubt, where the preponderance of the evidence decides.',
  sources: [{ title: 'Labor Code 4600(a)' }, { title: 'Labor Code 4610.5(c)(2)' }, { title: 'Labor Code 3202.5' }],
  leavesAlone: ['Approved requests, but for a proof that is too strict.', 'What guidelines, studies or the denial say, and quotations.', 'What is told as history: “gave only temporary relief”, “is not pain free”.', 'What the sentence concedes: “although …”.', 'Complete recovery told as a fact: “has recovered completely”, “did not have complete relief”.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The worker has made a complete recovery, and the gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** A cane ⟦will not cure⟧ the arthritis. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    mustCure: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)} argues with “${words}”, but treatment need not cure: it is due when it is reasonably required to cure or relieve. Say what it would or would not relieve.`,
    mustProve: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)} asks for “${words}”, which is more than the law does: the evidence need only weigh more for the treatment than against it. Say what it shows.`,
  },
  check: (item, _context, report) => {
    for (const { words, asks, span } of groundsOf(item, 'standard')) {
      report({ span, messageId: asks === 'proof' ? 'mustProve' : 'mustCure', data: { item: item.number, words } });
    }
  },
});
