import { sourceSpan } from '../../determination/prose.ts';
import type { Span } from '../../markdown/span.ts';
import { referencesOf } from '../../determination/references.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

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
  messages: {
    itself: ({ item }: { item: number }) => `${itemName(item)} points to itself. Name the item that it depends on.`,
    noSuchItem: ({ item, named, count }: { item: number; named: number; count: number }) =>
      `${itemName(item)} points to item ${named}, but the letter has ${count === 1 ? 'one item' : `${count} items`}. Name the item that is meant.`,
  },
  about: ({ items }) => items.length,
  check(item, _, report, count) {
    const { rationale, dependsOn } = item.reading;
    const named = rationale ? referencesOf(item.reading).numbers.map(({ value, span }) => ({ value, span: sourceSpan(rationale.prose, span) })) : [];
    for (const { value, span } of [...dependsOn?.numbers ?? [], ...named]) {
      const itself = value === item.number;
      if (!itself && value >= 1 && value <= count) continue;
      const place = { span, fixes: toTheOther(item.number, count, { value, span }) };
      if (itself) report({ ...place, messageId: 'itself', data: { item: item.number } });
      else report({ ...place, messageId: 'noSuchItem', data: { item: item.number, named: value, count } });
    }
  },
});

/** Of two items only the other one can be meant; among more of them a number would be a guess. */
function toTheOther(own: number, count: number, { value, span }: { readonly value: number; readonly span: Span }): Fix[] {
  if (count !== 2) return [];
  const other = 3 - own;
  return [{ title: `Replace ${value} by ${other}`, applicability: 'suggestion', edits: [{ span, newText: String(other) }] }];
}
