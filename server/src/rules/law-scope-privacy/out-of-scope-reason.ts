import { findGrounds } from '../shared/grounds.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

/** Each says of the request what only a judge or the claims administrator decides. */
const OUT_OF_SCOPE: readonly RegExp[] = [
  /\b(?:is|are|was|were|be|been|being) (?:clearly |likely |probably )?(?:not |un)(?:causally |directly |industrially )?(?:related|caused|due|attributable|connected) (?:to|by) (?:the |this |any |a |an |his |her |their )?(?:\w+ )?(?:industrial|work|occupational|workplace|accepted|compensable) ?-?(?:related )?(?:injury|accident|incident|exposure|claim|condition)\b/i,
  /\bnot (?:an? |part of the |among the )?(?:accepted|compensable|industrial|claimed|covered) (?:body parts?|conditions?|injur(?:y|ies)|diagnos[ei]s|claim|part of the body)\b/i,
  /\b(?:body part|condition|injury|diagnosis) (?:is|was|has) (?:not|never) (?:been )?(?:accepted|compensable|industrial|claimed|covered)\b/i,
  /\b(?:is|are|was|were) non-?(?:industrial|compensable|work-related)(?: in (?:nature|origin))?\b/i,
  /\b(?:causation|compensability|AOE\/?COE|apportionment) (?:is|was|has|have|had|remains?|must|should|cannot|could)(?: (?:not|yet|to|be|been|in|under|first)){0,3} (?:established|determined|accepted|proven|shown|dispute|question|disputed|resolved|demonstrated|apportioned)\b/i,
  /\b(?:should|must|can|would) be apportioned\b/i,
  /\b(?:too|very|unreasonably|prohibitively) (?:costly|expensive)\b/i,
  /\b(?:is|are) (?:not cost[- ]effective|cost[- ]prohibitive)\b/i,
  /\b(?:because of|due to|given|based on|in view of) (?:the|its|their) (?:high |higher |excessive |considerable )?(?:costs?|price|expense)\b/i,
  /\b(?:cheaper|less (?:costly|expensive)) (?:alternatives?|options?|treatments?|drugs?|medications?|devices?)\b/i,
  /\bpre-?existing(?:, (?:and )?| and | or )?(?:condition|non-?industrial)\b(?=[^.]{0,60} (?:responsib|liab|denied|not medically))/i,
  /\b(?:employer|insurer|carrier|claims administrator) is not (?:responsible|liable)\b/i,
];

const groundsOf = findGrounds(OUT_OF_SCOPE);

export const outOfScopeReason = defineRule({
  id: 'out-of-scope-reason',
  family: 'law-scope-privacy',
  scope: 'item',
  severity: 'warning',
  summary: 'A request is denied on medical grounds, not for causation, accepted body parts, apportionment or cost.',
  why: 'Independent medical review decides one question: whether the treatment is medically necessary. Whether the injury arose at work, which parts of the body are accepted and who pays are decided elsewhere; a denial that rests on them exceeds the reviewer’s powers, which is a ground of appeal.',
  sources: [{ title: 'Labor Code 4610.5(c)(2), (k)' }, { title: 'Labor Code 4610.6(h)(1): acting in excess of powers' }, { title: '0 of 439 published decisions rest on such a ground' }],
  leavesAlone: ['Approved requests.', 'What guidelines, studies, the claims administrator or utilization review say, and quotations.', 'That an injury happened at work, told as a fact.', 'A request that fails to say for which part of the body it is.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The worker sustained a work related injury of the knee. The gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The knee is ⟦not an accepted body part⟧. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    outOfScope: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)} argues with “${words}”, which isn’t for an independent medical review to decide. Say why the request is or is not medically necessary.`,
  },
  check: (item, _context, report) => {
    for (const { words, span } of groundsOf(item)) {
      report({ span, messageId: 'outOfScope', data: { item: item.number, words } });
    }
  },
});
