import type { Prose } from '../determination/model.ts';
import { place } from './places.ts';
import { defineRule } from './rule.ts';
import { itemName } from './wording.ts';

export const duplicateItem = defineRule({
  id: 'duplicate-item',
  family: 'structure',
  scope: 'letter',
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
  check: (determination, report) => {
    const seen = new Map<string, number>();
    for (const item of determination.items) {
      const title = compared(item.reading.title);
      const first = title === '' ? undefined : seen.get(title);
      if (first === undefined) {
        seen.set(title, item.number - 1);
        continue;
      }
      const original = determination.items[first];
      if (!original) continue;
      report({
        span: place(item, item.reading.title.span),
        item: item.number,
        message: `${itemName(item)} has the same title as item ${original.number}. Change the side, level or quantity that tells them apart, or take one out.`,
        related: [{ span: place(original, original.reading.title.span), message: `Item ${original.number}` }],
        fixes: () => [{ title: `Take out ${itemName(item).toLowerCase()}`, applicability: 'suggestion', edits: [{ span: { start: item.start, end: item.end }, newText: '' }] }],
      });
    }
  },
});

const kept = new WeakMap<Prose, string>();

/** Letters, digits and what belongs to a dose; kept with the title, as every item is compared at every keystroke. */
function compared(title: Prose): string {
  const known = kept.get(title);
  if (known !== undefined) return known;
  const words = title.text.toLowerCase().replace(/[^a-z0-9.%/]+/g, ' ').trim();
  kept.set(title, words);
  return words;
}
