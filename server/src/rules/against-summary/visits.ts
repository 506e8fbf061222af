import { countedInRationale, countedInSummary } from '../../determination/case/attended-visits.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import type { Thing } from '../../determination/words/named-things.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { thingsOfTitle } from '../common/item-history.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** More counts than these are too many to be added up. */
const MOST_ADDED = 6;
const MOST_NUMBERS = 8;

/**
 * Each count of what was had that the summary has otherwise: it counts the same thing, and neither one of its counts, nor a sum of them, nor another number
 * beside them is that of the rationale.
 */
export const visits: FactReader = ({ item, reading: { title }, rationale, summary }) => {
  const all = countedInSummary(summary);
  const asked = new Set(findFactors(title.text).map(({ value }) => value.value));
  return countedInRationale(rationale).filter(({ value }) => !asked.has(value)).flatMap((said) => {
    const things = said.of.length > 0 || said.group !== 'visits' ? said.of : thingsOfTitle(title);
    const told = all.filter((other) => other.group === said.group && areAlike(things, other.of, said.group) && placesMeet(said.sides, other.sides) && placesMeet(said.regions, other.regions));
    // Asked for and had, under another name: the summary counts as many of something.
    if (all.some((other) => other.group === said.group && other.value === said.value)) return [];
    const [other] = told;
    if (!other || told.length > MOST_ADDED) return [];
    // "20 visits before the operation and 12 after", "16, of which six were at home".
    const numbers = told.flatMap(({ value, beside }) => [value, ...beside]).slice(0, MOST_NUMBERS);
    if (sumsOf(numbers).has(said.value)) return [];
    return [{ span: said.span, messageId: 'figure', data: { item, what: said.group, stated: String(said.value), reported: String(other.value) }, ...LIKELY, told: other.span }];
  });
};

/** Visits have to be of one thing; an injection may be of any kind where one of the two doesn't say. */
function areAlike(things: readonly Thing[], others: readonly Thing[], group: string): boolean {
  if (group !== 'visits' && (things.length === 0 || others.length === 0)) return true;
  return things.some((thing) => others.some((other) => areOfOneThing(thing, other)));
}

/** All sums of some of the numbers, each taken once at most. */
function sumsOf(numbers: readonly number[]): ReadonlySet<number> {
  return new Set(numbers.reduce<readonly number[]>((made, value) => [...made, ...made.map((each) => each + value)], [0]));
}
