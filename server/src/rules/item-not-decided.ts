import type { Determination } from '../determination/model.ts';
import { matchItems } from '../determination/disputed-list.ts';
import { span } from '../markdown/span.ts';
import { defineRule } from './rule.ts';

export const itemNotDecided = defineRule({
  id: 'item-not-decided',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'Every item that is in dispute gets a decision of its own.',
  why: 'The application says what is in dispute, and each of those items must be decided. An item that the letter passes over comes back as a complaint, or as an order that can’t be carried out.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '8 CCR 9792.10.6' }],
  leavesAlone: ['Another order, other quantities, abbreviations: the words are compared loosely.', 'Letters without a `disputed-items` list in their head.'],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM20-0000001\ndisputed-items:\n  - PT x 12, left knee\n---\n\n### Physical therapy for the left knee, 12 visits: Upheld\n'],
    invalid: [{
      draft: '---\ncase-number: CM20-0000001\ndisputed-items:\n  - Naproxen 500 mg #60\n  - ⟦TENS unit⟧\n---\n\n### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** No gain in function is documented. Therefore, naproxen is not medically necessary.\n',
    }],
  },
  check: (determination, report) => {
    if (!determination.listed) return;
    const { undecided } = matchItems(determination.listed, determination.items);
    for (const listed of undecided) {
      report({
        span: listed.span,
        message: `“${listed.text}” is in dispute, but the letter doesn’t decide it. Add the item with its decision, guideline and rationale.`,
        fixes: [{ title: `Add the item “${listed.text}”`, applicability: 'suggestion', edits: [{ span: endOfItems(determination), newText: skeleton(listed.text) }] }],
      });
    }
  },
});

function endOfItems({ items, sections, text }: Determination): { start: number; end: number } {
  const section = sections.find(({ name }) => name === 'issues-decisions-and-rationales');
  const end = items.at(-1)?.end ?? section?.span.end ?? text.length;
  const at = text.slice(0, end).trimEnd().length;
  return span(at, at);
}

function skeleton(title: string): string {
  return `\n\n### ${title}: [[Upheld or Overturned]]\n\n**Claims Administrator guideline:** [[guideline]]\n\n**MAXIMUS guideline:** [[guideline]]\n\n**Decision rationale:** [[rationale]]\n`;
}
