import type { Mention } from '../vocabulary/mention.ts';
import { comparable, findQuantities, type Quantity } from '../vocabulary/quantities.ts';
import { defineRule } from './rule.ts';
import { itemName } from './wording.ts';

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
  check: (item, _context, report) => {
    const { partial, title } = item.reading;
    if (!partial?.remaining) return;
    const at = title.text.lastIndexOf(partial.remaining);
    for (const kind of ['sessions', 'count', 'duration'] as const) {
      const original = only(partial.original, kind);
      const authorized = only(partial.authorized, kind);
      const remaining = only(partial.remaining, kind);
      if (!original || !authorized || !remaining || !comparable(original.value, remaining.value) || !comparable(authorized.value, remaining.value)) continue;
      const [from, less, rest] = [original, authorized, remaining].map(({ value }) => value.values[0] ?? 0) as [number, number, number];
      if (from - less === rest || from < less) return;
      const run = title.runs.findLast((each) => each.at <= at + remaining.span.start);
      const start = run ? run.source + at + remaining.span.start - run.at : title.span.start;
      const span = { start, end: start + remaining.text.length };
      const right = remaining.text.replace(/\d+/, String(from - less));
      report({
        span,
        message: `${itemName(item)}: ${original.text} less ${authorized.text} leaves ${from - less}, not ${remaining.text}. Correct the figure that is wrong.`,
        fixes: right === remaining.text ? [] : [{ title: `Replace “${remaining.text}” by “${right}”`, applicability: 'suggestion', edits: [{ span, newText: right }] }],
      });
      return;
    }
  },
});

/** The one figure of a kind, where there is exactly one and it is no range. */
function only(text: string, kind: Quantity['kind']): Mention<Quantity> | null {
  const found = findQuantities(text).filter(({ value }) => value.kind === kind);
  const first = found[0];
  return first && found.length === 1 && !first.value.range && first.value.values.length === 1 ? first : null;
}
