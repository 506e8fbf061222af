import { referencesOf } from '../determination/references.ts';
import { place, placeInProse } from './places.ts';
import { defineRule, type Fix } from './rule.ts';
import { itemName } from './wording.ts';

export const unknownItemReference = defineRule({
  id: 'unknown-item-reference',
  family: 'dependent-items',
  scope: 'letter',
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
  check: (determination, report) => {
    const count = determination.items.length;
    for (const item of determination.items) {
      const { rationale, dependsOn } = item.reading;
      const stated = dependsOn?.numbers.map(({ value, span }) => ({ value, span: place(item, span) })) ?? [];
      const named = rationale
        ? referencesOf(item.reading).numbers.map(({ value, span }) => ({ value, span: placeInProse(item, rationale.prose, span) }))
        : [];
      for (const { value, span } of [...stated, ...named]) {
        const itself = value === item.number;
        if (!itself && value >= 1 && value <= count) continue;
        const others = determination.items.filter(({ number }) => number !== item.number).map(({ number }) => number);
        const nearest = [...others].sort((a, b) => Math.abs(a - value) - Math.abs(b - value) || a - b).slice(0, 3);
        report({
          span,
          item: item.number,
          message: itself
            ? `${itemName(item)} points to itself. Name the item that it depends on.`
            : `${itemName(item)} points to item ${value}, but the letter has ${count === 1 ? 'one item' : `${count} items`}. Name the item that is meant.`,
          fixes: nearest.map((number): Fix => ({ title: `Replace ${value} by ${number}`, applicability: 'suggestion', edits: [{ span, newText: String(number) }] })),
        });
      }
    }
  },
});
