import { ownSentences } from '../../determination/statements.ts';
import { wrongParts } from '../../determination/words/told-parts.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
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
    wrongParts: ({ item, whole, part, rest }: { item: number; whole: number; part: number; rest: number }) =>
      `${itemName(item)}: ${whole} less the ${part} that were authorized leaves ${whole - part}, not ${rest}. Correct the figure that is wrong.`,
    wrongSum: ({ item, original, authorized, rest, remaining }: { item: number; original: string; authorized: string; rest: number; remaining: string }) =>
      `${itemName(item)}: ${original} less ${authorized} leaves ${rest}, not ${remaining}. Correct the figure that is wrong.`,
  },
  check: (item, _context, report) => {
    const { partial, title, rationale } = item.reading;
    const told = rationale && !partial ? wrongParts(ownSentences(rationale.prose), askedFor(title.text)) : null;
    if (rationale && told) {
      const { whole, part, rest, span } = told;
      report({ span: sourceSpan(rationale.prose, span), messageId: 'wrongParts', data: { item: item.number, whole, part, rest } });
    }
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

/** The one figure of a title that counts what is asked for; a schedule, times its weeks. */
function askedFor(title: string): Factor | null {
  const figures = findFactors(title).map(({ value }) => value).filter(({ unit }) => unit !== 'mg' && unit !== 'mcg' && unit !== 'percent' && unit !== 'refill');
  const [first, second, ...others] = figures;
  if (first && !second) return first.per || first.vague ? null : { ...first, unit: first.unit ?? (first.sign ? 'piece' : 'session') };
  const isSchedule = first?.unit === 'time' && first.per !== null && first.per === second?.unit && others.length === 0 && !first.vague && !second.vague;
  return isSchedule ? { value: first.value * second.value, unit: 'session', per: null } : null;
}

/** "#45" becomes "#35", "forty-five count" becomes "35 count". */
function inFigures(text: string, number: number): string {
  return /\d/.test(text) ? text.replace(/\d+/, String(number)) : `${number} ${text.slice(text.lastIndexOf(' ') + 1)}`;
}
