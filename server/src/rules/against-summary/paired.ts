import { conditionedInRationale, pairsInSummary, trendsInRationale, type ConditionedValue, type ToldTrend } from '../../determination/case/paired-values.ts';
import { MONTHS } from '../../vocabulary/dates.ts';
import { firstOfPlace, LIKELY } from './compared.ts';
import type { ContraryFact, FactReader } from './fact-messages.ts';

/** A figure that the summary has under the other of two conditions (before and after, at rest and walking, in two months), and a way that its two figures didn't go. */
export const paired: FactReader = ({ item, rationale, summary }) => {
  const [stated, trends] = [conditionedInRationale(rationale), trendsInRationale(rationale)];
  if (stated.length + trends.length === 0) return [];
  const pairs = pairsInSummary(summary);
  const found = [...stated.flatMap((value) => swapped(value, pairs) ?? []), ...trends.flatMap((trend) => turned(trend, pairs) ?? [])];
  return firstOfPlace(found.map(({ stated: { span, text }, other }): ContraryFact => ({ span, messageId: 'value', data: { item, what: 'the other figure of the two', stated: text, reported: other.text }, ...LIKELY, told: other.span })));
};

interface Contrary {
  readonly stated: { readonly text: string; readonly span: ConditionedValue['span'] };
  readonly other: ConditionedValue;
}

/** The summary's figure under the condition that a rationale gives for the figure of the other one. */
function swapped(stated: ConditionedValue, pairs: readonly (readonly ConditionedValue[])[]): Contrary | null {
  const told = pairs.filter((pair) => pair.some((each) => isOfOne(stated, each)));
  for (const axis of stated.conditions.keys()) {
    for (const pair of told) {
      const same = pair.filter((each) => isOfOne(stated, each) && each.conditions.has(axis));
      // Three figures under conditions of a kind are of more than one measure.
      if (pair.filter((each) => each.conditions.has(axis)).length > 2) continue;
      const there = same.filter((each) => meets(axis, stated, each));
      const [other] = there;
      const isElsewhere = same.some((each) => each.value === stated.value && !meets(axis, stated, each));
      if (other && isElsewhere && there.every(({ value }) => value !== stated.value) && !told.some((each) => each !== pair && each.some(({ value }) => value === stated.value))) return { stated, other };
    }
  }
  return null;
}

function isOfOne(one: ConditionedValue, other: ConditionedValue): boolean {
  return one.unit === other.unit && [...one.names].some((name) => other.names.has(name));
}

/** The same end of an axis; of two times, all words of the one that says less. */
function meets(axis: string, one: ConditionedValue, other: ConditionedValue): boolean {
  const [mine, theirs] = [one, other].map(({ conditions }) => conditions.get(axis) ?? '');
  if (axis !== 'day') return mine === theirs;
  const [words, others] = [mine?.split(' ') ?? [], theirs?.split(' ') ?? []];
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}

/** The two figures of the same measure that went the other way. */
function turned(trend: ToldTrend, pairs: readonly (readonly ConditionedValue[])[]): Contrary | null {
  const told = pairs.flatMap((pair) => {
    const [one, two, ...others] = pair.filter((each) => [...trend.names].some((name) => each.names.has(name)));
    if (!one || !two || others.length > 0 || one.unit !== two.unit || one.value === two.value) return [];
    const order = orderOf(one, two);
    return order === null ? [] : [{ isUp: order ? two.value > one.value : two.value < one.value, other: two }];
  });
  const [only, ...others] = told;
  return only && others.length === 0 && only.isUp !== trend.isUp ? { stated: trend, other: only.other } : null;
}

/** Whether the first of two figures was measured before the second; null where the words don't say. */
function orderOf(one: ConditionedValue, two: ConditionedValue): boolean | null {
  const [first, last] = [one, two].map(({ conditions }) => conditions.get('time'));
  if (first !== last && first !== undefined && last !== undefined) return first === 'first';
  const [day, other] = [one, two].map(({ conditions }) => asMonth(conditions.get('day') ?? ''));
  return day === undefined || other === undefined || day === null || other === null || day === other ? null : day < other;
}

/** "January 2021" as a number that grows with time; null without a month or a year. */
function asMonth(words: string): number | null {
  const parts = words.split(' ');
  const year = parts.find((word) => /^\d{4}$/.test(word));
  const month = parts.map((word) => MONTHS.indexOf(word)).find((at) => at >= 0);
  return year === undefined ? null : Number(year) * MONTHS.length + (month ?? 0);
}
