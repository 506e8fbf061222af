import { place } from '../common/places.ts';
import { leansOnAnother } from '../common/citations.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const duplicateRationale = defineRule({
  id: 'duplicate-rationale',
  family: 'decision-and-rationale',
  scope: 'letter',
  severity: 'hint',
  offByDefault: true,
  summary: 'Independent items have rationales of their own.',
  why: 'The same words under two requests can mean that the second was never thought through.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Dependants.', 'Left and right, and studies that are asked for in pairs (EMG and NCV): there the same words are the custom. This rule is off by default for that reason.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n\n### Back brace: Upheld\n\n**Decision rationale:** The injury is old. Therefore, a brace is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The records show no change of function. Therefore, the request is not medically necessary.\n\n### Back brace: Upheld\n\n**Decision rationale:** ⟦The records show no change of function. Therefore, the request is not medically necessary.⟧' }],
  },
  messages: {
    sameWords: ({ item, other }: { item: number; other: number }) => `${itemName(item)} has the rationale of item ${other} word for word. Say what is particular to this request.`,
  },
  check: (determination, report) => {
    const seen = new Map<string, number>();
    for (const item of determination.items) {
      const { rationale } = item.reading;
      if (!rationale || rationale.prose.text.length < 40 || leansOnAnother(item.reading)) continue;
      const first = seen.get(rationale.prose.text);
      const original = first === undefined ? undefined : determination.items[first];
      if (!original?.reading.rationale) {
        seen.set(rationale.prose.text, item.number - 1);
        continue;
      }
      report({
        span: place(item, rationale.prose.span),
        item: item.number,
        messageId: 'sameWords',
        data: { item: item.number, other: original.number },
        related: [{ span: place(original, original.reading.rationale.prose.span), message: `The rationale of item ${original.number}` }],
      });
    }
  },
});
