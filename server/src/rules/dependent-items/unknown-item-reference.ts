import { sourceSpan } from '../../determination/prose.ts';
import { referencesOf } from '../../determination/references.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

export const unknownItemReference = defineRule({
  id: 'unknown-item-reference',
  family: 'dependent-items',
  scope: 'item',
  severity: 'error',
  summary: 'A question that a rationale points to is one of the letter’s own, and not itself.',
  why: 'A reason that rests on “question 4” in a letter of three items rests on nothing. Mostly an item was taken out or moved after the sentence was written.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Numbers of questionnaires, scales and tables.', 'Numbers behind other words than question, issue, item or request.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Home exercise kit: Upheld\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question 1, its delivery is not medically necessary.'],
    invalid: [{
      draft: '### Home exercise kit: Upheld\n\n**Decision rationale:** Exercise needs no kit here. Therefore, the kit is not medically necessary.\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question ⟦3⟧, its delivery is not medically necessary.\n',
      fixed: '### Home exercise kit: Upheld\n\n**Decision rationale:** Exercise needs no kit here. Therefore, the kit is not medically necessary.\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question 1, its delivery is not medically necessary.\n',
    }],
  },
  about: ({ items }) => items.length,
  check(item, _, report, count) {
    const { rationale, dependsOn } = item.reading;
    const named = rationale ? referencesOf(item.reading).numbers.map(({ value, span }) => ({ value, span: sourceSpan(rationale.prose, span) })) : [];
    for (const { value, span } of [...dependsOn?.numbers ?? [], ...named]) {
      const itself = value === item.number;
      if (!itself && value >= 1 && value <= count) continue;
      report({
        span,
        message: itself
          ? `${itemName(item)} points to itself. Name the item that it depends on.`
          : `${itemName(item)} points to item ${value}, but the letter has ${count === 1 ? 'one item' : `${count} items`}. Name the item that is meant.`,
        fixes: () => nearestTo(value, item.number, count)
          .map((number): Fix => ({ title: `Replace ${value} by ${number}`, applicability: 'suggestion', edits: [{ span, newText: String(number) }] })),
      });
    }
  },
});

/** Up to three numbers of the other items, nearest first. */
function nearestTo(value: number, own: number, count: number): number[] {
  const others = Array.from({ length: count }, (_, i) => i + 1).filter((number) => number !== own);
  return others.sort((a, b) => Math.abs(a - value) - Math.abs(b - value) || a - b).slice(0, 3);
}
