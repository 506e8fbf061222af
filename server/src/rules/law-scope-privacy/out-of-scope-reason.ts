import { groundsOf } from '../common/grounds.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const outOfScopeReason = defineRule({
  id: 'out-of-scope-reason',
  family: 'law-scope-privacy',
  scope: 'item',
  severity: 'warning',
  summary: 'A request is denied on medical grounds, not for causation, accepted body parts, apportionment, cost or the provider network.',
  why: 'Independent medical review decides one question: whether the treatment is medically necessary. Whether the injury arose at work, which parts of the body are accepted and who pays are decided elsewhere; a denial that rests on them exceeds the reviewer’s powers, which is a ground of appeal.',
  sources: [{ title: 'Labor Code 4610.5(c)(2), (k)' }, { title: 'Labor Code 4610.6(h)(1): acting in excess of powers' }, { title: '0 of 439 published decisions rest on such a ground' }],
  leavesAlone: ['Approved requests, but for the reviewer’s own opinion on the cause and for what the carrier would save.', 'What guidelines, studies, the claims administrator or utilization review say, and quotations.', 'That an injury happened at work, told as a fact.', 'What the sentence concedes or sets aside: “although …”, “plays no role here”.', 'A request that fails to say for which part of the body it is.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The worker sustained a work related injury of the knee. The gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The knee is ⟦not an accepted body part⟧. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    outOfScope: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)} argues with “${words}”, which isn’t for an independent medical review to decide. Say why the request is or is not medically necessary.`,
  },
  check: (item, _context, report) => {
    for (const { words, span } of groundsOf(item, 'scope')) {
      report({ span, messageId: 'outOfScope', data: { item: item.number, words } });
    }
  },
});
