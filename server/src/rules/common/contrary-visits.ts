import { countedInRationale, countedInSummary, type CountedDeeds } from '../../determination/attended-visits.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import { placesMeet } from '../../determination/parent-words.ts';
import type { Thing } from '../../determination/named-things.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { areOfOneThing } from './covered-things.ts';
import { thingsOfTitle } from './item-history.ts';

/** What a rationale tells as had so many times, and the summary's other count. */
export interface ContraryVisits {
  readonly said: CountedDeeds;
  readonly other: CountedDeeds;
}

/** More counts than these are too many to be added up. */
const MOST_ADDED = 6;
const MOST_NUMBERS = 8;

/**
 * Each count of what was had that the summary has otherwise: it counts the same thing, and neither one of its counts, nor a sum of them, nor another number
 * beside them is that of the rationale.
 */
export function contraryVisits({ rationale, title }: ItemReading, summary: Prose): readonly ContraryVisits[] {
  if (!rationale) return [];
  const all = countedInSummary(summary);
  const asked = new Set(findFactors(title.text).map(({ value }) => value.value));
  return countedInRationale(rationale.prose).filter(({ value }) => !asked.has(value)).flatMap((said) => {
    const things = said.of.length > 0 || said.group !== 'visits' ? said.of : thingsOfTitle(title);
    const told = all.filter((other) => other.group === said.group && areAlike(things, other.of, said.group) && placesMeet(said.sides, other.sides) && placesMeet(said.regions, other.regions));
    const [other] = told;
    if (!other || told.length > MOST_ADDED) return [];
    // "20 visits before the operation and 12 after", "16, of which six were at home".
    const numbers = told.flatMap(({ value, beside }) => [value, ...beside]).slice(0, MOST_NUMBERS);
    return sumsOf(numbers).has(said.value) ? [] : [{ said, other }];
  });
}

/** Visits have to be of one thing; an injection may be of any kind where one of the two doesn't say. */
function areAlike(things: readonly Thing[], others: readonly Thing[], group: string): boolean {
  if (group !== 'visits' && (things.length === 0 || others.length === 0)) return true;
  return things.some((thing) => others.some((other) => areOfOneThing(thing, other)));
}

/** All sums of some of the numbers, each taken once at most. */
function sumsOf(numbers: readonly number[]): ReadonlySet<number> {
  return new Set(numbers.reduce<readonly number[]>((made, value) => [...made, ...made.map((each) => each + value)], [0]));
}
