import { hasWord, type Sentence } from '../../language/sentence.ts';
import { shift } from '../../markdown/span.ts';
import { findFactors, type Factor, type Unit } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { listedPlaces } from '../words/listed-places.ts';
import type { WrongTotal } from './reckonings.ts';
import type { PlacedSentence } from '../statements.ts';

// How long so many of something last, held against how many are used up in a day.

type Figure = Mention<Factor>;

const DAYS: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, month: 30.4, year: 365 };
/** Between months of 28 and of 31 days, and rounding. */
const ROUNDED = 0.12;

/** The times that a rationale says something lasts, where its own figures, or with them the title's count, come to another. Spans: in the text. */
export function wrongSupplies(sentences: readonly PlacedSentence[], title: string): readonly WrongTotal[] {
  return sentences.flatMap(({ sentence, start }) => wrongIn(sentence, title).map((wrong) => ({ ...wrong, span: shift(wrong.span, start) })));
}

function wrongIn(sentence: Sentence, title: string): WrongTotal[] {
  if (!hasWord(sentence, 'supply-lasts') || hasWord(sentence, 'at-most') || hasWord(sentence, 'inexact-sum')) return [];
  const figures = findFactors(sentence.text);
  const time = timeOf(sentence, figures);
  if (!time || figures.some(({ value: { vague } }) => vague)) return [];
  const others = figures.filter((each) => each !== time).map(({ value }) => value);
  const given = findFactors(title).map(({ value }) => value).filter(({ unit, sign, per }) => !per && (unit === 'piece' || (unit === null && sign)));
  const lasts = lastsDays(others, []) ?? lastsDays(others, given);
  if (lasts === null) return [];
  const said = time.value.value * (DAYS[time.value.unit ?? 'day'] ?? 1);
  return Math.abs(said - lasts) <= ROUNDED * Math.max(said, lasts) ? [] : [{ span: time.span, comes: `${Math.round(lasts)} days`, isLikely: true }];
}

/** The one time behind "lasts", or before "supply". */
function timeOf({ text, tokens: { starts, ends }, ...sentence }: Sentence, figures: readonly Figure[]): Figure | null {
  const times = figures.filter(({ value: { unit, per } }) => per === null && DAYS[unit ?? 'mg'] !== undefined);
  const found = listedPlaces({ text, tokens: { starts, ends }, ...sentence } as Sentence, 'supply-lasts').flatMap(({ from, to }) => {
    const [first, last] = [starts[from] ?? 0, ends[to - 1] ?? 0];
    const behind = times.find(({ span }) => span.start >= last && span.start - last < 12);
    const before = times.findLast(({ span }) => span.end <= first && first - span.end < 6);
    return behind ?? before ?? [];
  });
  const [only] = found;
  return only && found.every((each) => each === only) ? only : null;
}

/** So many by so many a day; null where the figures are no such pair. */
function lastsDays(own: readonly Factor[], given: readonly Factor[]): number | null {
  const counts = [...own, ...given].filter(({ unit, per, times }) => per === null && !times && (unit === 'piece' || unit === null));
  const rates = own.filter(({ unit, per }) => per === 'day' && (unit === 'piece' || unit === 'time' || unit === null));
  const [count, ...moreCounts] = counts;
  if (!count || moreCounts.some(({ value }) => value !== count.value)) return null;
  const [rate, ...moreRates] = rates;
  const doses = own.filter(({ unit }) => unit === 'mg');
  if (rate && moreRates.length === 0 && doses.length === 0) return count.value / rate.value;
  const [daily, each] = [doses.filter(({ per }) => per === 'day'), doses.filter(({ per }) => per !== 'day')];
  if (!rate && daily.length === 1 && each.length === 1 && each[0] && daily[0]) return (count.value * each[0].value) / daily[0].value;
  const worn = own.filter(({ unit, per }) => per === null && DAYS[unit ?? 'mg'] !== undefined);
  const [one, ...more] = worn;
  return !rate && one && more.length === 0 && doses.length === 0 ? count.value * one.value * (DAYS[one.unit ?? 'day'] ?? 1) : null;
}
