import { sourceSpan } from '../../determination/prose.ts';
import { partialSum } from '../common/partial-sum.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const partialArithmetic = defineRule({
  id: 'partial-arithmetic',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'What was requested, less what was authorised, is what remains in dispute.',
  why: 'The title of a partly authorised request does a sum. If it is wrong the letter decides too many or too few. 24 of 24 published sums are right.',
  sources: [{ title: 'Labor Code 4610.5(c)(2)' }],
  leavesAlone: ['Refills.', 'Sums with several figures of one kind, ranges, or different units.', 'A request that stays in dispute whole.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #35 is: Upheld'],
    invalid: [{
      draft: '### Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco ⟦#45⟧ is: Upheld',
      fixed: '### Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #35 is: Upheld',
    }],
  },
  messages: {
    wrongSum: ({ item, original, authorized, rest, remaining }: { item: number; original: string; authorized: string; rest: number; remaining: string }) =>
      `${itemName(item)}: ${original} less ${authorized} leaves ${rest}, not ${remaining}. Correct the figure that is wrong.`,
  },
  check: (item, _context, report) => {
    const { partial, title } = item.reading;
    const sum = partialSum(partial);
    if (!partial?.remaining || !sum || sum.isRight) return;
    const { original, authorized, remaining, rest } = sum;
    const at = title.text.lastIndexOf(partial.remaining) + remaining.span.start;
    const span = sourceSpan(title, { start: at, end: at + remaining.text.length });
    const right = inFigures(remaining.text, rest);
    report({
      span,
      messageId: 'wrongSum',
      data: { item: item.number, original: original.text, authorized: authorized.text, rest, remaining: remaining.text },
      fixes: [{ title: `Replace “${remaining.text}” by “${right}”`, applicability: 'suggestion', edits: [{ span, newText: right }] }],
    });
  },
});

/** "#45" becomes "#35", "forty-five count" becomes "35 count". */
function inFigures(text: string, number: number): string {
  return /\d/.test(text) ? text.replace(/\d+/, String(number)) : `${number} ${text.slice(text.lastIndexOf(' ') + 1)}`;
}
