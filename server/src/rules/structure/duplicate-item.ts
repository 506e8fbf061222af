import type { Prose } from '../../determination/model.ts';
import { span } from '../../markdown/span.ts';
import { keptBy, titlesOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

export const duplicateItem = defineRule({
  id: 'duplicate-item',
  family: 'structure',
  scope: 'item',
  severity: 'warning',
  summary: 'Each disputed item is decided once.',
  why: 'A title that stands twice is mostly a copy whose side, level or dose was meant to be changed; if it isn’t, the same request gets two decisions.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Left and right, different levels, different doses or quantities: those are different items.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Wrist brace, left: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.\n\n### Wrist brace, right: Upheld'],
    invalid: [{
      draft: '### Ketoprofen cream: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n\n### ⟦Ketoprofen cream⟧: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n',
      fixed: '### Ketoprofen cream: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n\n',
    }],
  },
  about: titlesOf,
  check(item, _, report, titles) {
    const { title } = item.reading;
    const first = firstWith(titles).get(compared(title));
    const original = first === undefined ? undefined : titles[first - 1];
    if (first === undefined || !original || first === item.number) return;
    report({
      span: title.span,
      message: `${itemName(item)} has the same title as item ${first}. Change the side, level or quantity that tells them apart, or take one out.`,
      related: [{ span: original.span, of: first, message: `Item ${first}` }],
      fixes: () => [{ title: `Take out ${itemName(item).toLowerCase()}`, applicability: 'suggestion', edits: [{ span: span(0, item.reading.length), newText: '' }] }],
    });
  },
});

/** Item numbers by the first title that is compared so. */
const firstWith = keptBy((titles: readonly Prose[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  titles.forEach((title, i) => {
    const words = compared(title);
    if (words !== '' && !first.has(words)) first.set(words, i + 1);
  });
  return first;
});

/** Letters, digits and what belongs to a dose. */
const compared = keptBy((title: Prose) => title.text.toLowerCase().replace(/[^a-z0-9.%/]+/g, ' ').trim());
