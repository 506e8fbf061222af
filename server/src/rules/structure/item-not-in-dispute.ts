import { matchItems } from '../../determination/reading/disputed-list.ts';
import { place } from '../common/places.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const itemNotInDispute = defineRule({
  id: 'item-not-in-dispute',
  family: 'structure',
  scope: 'letter',
  severity: 'warning',
  summary: 'A letter decides only what is in dispute.',
  why: 'A decision on an item that nobody disputed, or that the claims administrator had authorised, goes beyond the review.',
  sources: [{ title: 'Labor Code 4610.5(c) and 4610.6(a)' }],
  leavesAlone: ['Letters without a `disputed-items` list in their head.', 'Another order, other quantities, abbreviations: the words are compared loosely.'],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM20-0000001\ndisputed-items: [MRI of the lumbar spine]\n---\n\n### Lumbar spine MRI without contrast: Upheld\n'],
    invalid: [{
      draft: '---\ncase-number: CM20-0000001\ndisputed-items:\n  - MRI of the lumbar spine\n---\n\n### Lumbar spine MRI: Upheld\n\n### ⟦Walking cane⟧: Upheld\n',
      fixed: '---\ncase-number: CM20-0000001\ndisputed-items:\n  - MRI of the lumbar spine\n  - Walking cane\n---\n\n### Lumbar spine MRI: Upheld\n\n### Walking cane: Upheld\n',
    }],
  },
  messages: {
    notListed: ({ item }: { item: number }) => `${itemName(item)} isn’t among the disputed items of the letter’s head. Add it to the list if it is in dispute, or take it out.`,
  },
  check: (determination, report) => {
    const { listed } = determination;
    const last = listed?.at(-1);
    if (!listed || !last) return;
    const { notListed } = matchItems(listed, determination.items);
    for (const item of notListed) {
      const { title } = item.reading;
      if (title.text === '') continue;
      const block = /\n[ \t]*- *["']?$/.exec(determination.text.slice(0, last.span.start));
      const added = block ? `${block[0].replace(/["']$/, '')}${yamlString(title.text)}` : `, ${yamlString(title.text)}`;
      report({
        span: place(item, title.span),
        item: item.number,
        messageId: 'notListed',
        data: { item: item.number },
        related: [{ span: last.span, message: 'The list of disputed items' }],
        fixes: [{ title: 'Add it to the disputed items', applicability: 'suggestion', edits: [{ span: { start: last.span.end, end: last.span.end }, newText: added }] }],
      });
    }
  },
});

/** YAML takes most titles as they are; one with a colon, a hash or a mark of its own in front needs quotes. */
function yamlString(text: string): string {
  return /^[\w(][\w ().,/%+-]*$/.test(text) && !/,/.test(text) ? text : JSON.stringify(text);
}
