import { isWithinPhrase } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift } from '../../markdown/span.ts';
import { findDrugs, type Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import morphine from '../../vocabulary/morphine-factors.json' with { type: 'json' };
import { reckon } from '../../vocabulary/products.ts';
import { isOfEquivalents } from './daily-doses.ts';
import type { WrongTotal } from './reckonings.ts';
import { listedPlaces } from '../words/listed-places.ts';
import type { PlacedSentence } from '../statements.ts';
import { voiceOf } from '../words/voice.ts';

// What a sentence calls a total, and nothing in reach comes to: no sum, difference, product or share of its figures, of the title's or of the sentence before. How it
// is made is not asked, and so this is likely, not certain.

type Figure = Mention<Factor>;

/** More figures than these are a history. */
const MOST_FIGURES = 7;
/** So many characters stand between "comes to" and its figure. */
const NEAR = 28;

/** The totals of a rationale that can't be reached from what stands around them. Spans: in the text. */
export function unreachedTotals(sentences: readonly PlacedSentence[], title: string): readonly WrongTotal[] {
  return sentences.flatMap(({ sentence, start }, i) => totalsOf(sentence).flatMap((total) => {
    const before = sentences.slice(Math.max(0, i - 2), i).map((each) => each.sentence.text);
    const comes = unreached(sentence, total, before, title);
    return comes === null ? [] : [{ span: shift(total.span, start), comes }];
  }));
}

/** The figures of a sentence that its words call a total. */
const totalsOf = keptBy((sentence: Sentence): readonly Figure[] => {
  const { text, tokens: { starts, ends } } = sentence;
  if (isSaid(sentence, 'inexact-sum', 0, sentence.tokens.count) || voiceOf(sentence) === 'general') return [];
  const figures = findFactors(text);
  if (figures.length < 2 || figures.length > MOST_FIGURES) return [];
  const announced = [...listedPlaces(sentence, 'sum-comes-to'), ...listedPlaces(sentence, 'total-stands-at')].flatMap(({ to }) => {
    const end = ends[to - 1] ?? 0;
    const next = figures.find(({ span }) => span.start >= end);
    return next && next.span.start - end < NEAR && !/[,;:)]/.test(text.slice(end, next.span.start)) ? [next] : [];
  });
  const summed = listedPlaces(sentence, 'in-all').flatMap(({ from }) => {
    const last = figures.findLast(({ span }) => span.end <= (starts[from] ?? 0));
    return last && (starts[from] ?? 0) - last.span.end < 12 && !/[,;(]/.test(text.slice(last.span.end, starts[from])) ? [last] : [];
  });
  const equivalents = figures.filter(({ value: { unit } }, i) => unit === 'med' && i > 0);
  return [...new Set([...announced, ...summed, ...equivalents, ...ofASchedule(text, figures)])].filter((total) => isTotal(sentence, total));
});

/** "At two a week for six weeks the 10 visits". */
function ofASchedule(text: string, figures: readonly Figure[]): Figure[] {
  return figures.filter(({ value: { unit, per }, span: { start } }, i) => {
    const [rate, time] = [figures[i - 2], figures[i - 1]];
    return unit === 'session' && per === null && rate?.value.per === 'week' && time?.value.per === null && (time.value.unit === 'week' || time.value.unit === 'month') && /^,? (?:the|these|those|all) $/.test(text.slice(time.span.end, start));
  });
}

/** So many tokens before a figure may make it a limit. */
const BEFORE = 6;

function isTotal(sentence: Sentence, { value: { vague, times, unit, value }, span: { start } }: Figure): boolean {
  if (vague || times || unit === 'percent' || unit === 'refill' || value <= 1) return false;
  const at = sentence.tokens.starts.findIndex((place) => place >= start);
  return !isSaid(sentence, 'limit-of-a-total', at - BEFORE, at);
}

/** The "up to" of "add up to" is no limit. */
function isSaid(sentence: Sentence, list: string, first: number, end: number): boolean {
  return listedPlaces(sentence, list).some(({ from }) => from >= first && from < end && !isWithinPhrase(sentence.found, 'sum-comes-to', from) && !isWithinPhrase(sentence.found, 'total-stands-at', from));
}

/** What the parts come to by the one reading that their units allow; null where the total can be reached in any way. */
function unreached(sentence: Sentence, total: Figure, before: readonly string[], title: string): string | null {
  const others = findFactors(sentence.text).filter((each) => each !== total && each.value.unit !== 'percent' && each.value.unit !== 'refill' && !each.value.vague);
  if (others.length === 0 || others.some(({ value }) => value.value === total.value.value)) return null;
  const parts = withoutMade(others);
  const drugs = mentionsOf<Drug>(sentence, 'drug');
  const named = drugs.length > 0 ? drugs.map(({ value }) => value) : findDrugs(title).map(({ value }) => value);
  const around = [title, ...before].flatMap((each) => findFactors(each)).filter(({ value }) => !value.vague);
  const isMorphine = isOfMorphine(sentence, total);
  const rates = isMorphine ? named.flatMap(({ generic }) => FACTORS[generic] ?? FACTORS[generic.split('/')[0] ?? ''] ?? []) : [];
  if (isMorphine && rates.length === 0 && parts.some(({ value }) => value.unit !== 'med' && value.unit !== null)) return null;
  const isOfOne = rates.length > 0 && new Set(named.map(({ generic }) => generic.split('/')[0])).size === 1;
  const product = hasWord(sentence, 'inexact') ? null : isOfOne ? equivalents(parts, total, rates) : rates.length > 0 ? null : multiplied(parts, total, title);
  const sum = summed(isMorphine ? parts.filter(({ value }) => value.unit !== 'mg') : parts, total);
  const comes = sum ?? product;
  if (comes === null || around.some(({ value }) => value.value === total.value.value && value.unit === total.value.unit)) return null;
  const own = parts.map(({ value }) => value);
  // What units lead to leaves only products.
  const isMade = sum === null ? isProductOf(total.value, own, rates) : isReached(total.value, own, around.map(({ value }) => value), rates);
  return isMade ? null : comes;
}

const FACTORS: Readonly<Record<string, readonly number[] | undefined>> = morphine.factors;

function isOfMorphine(sentence: Sentence, total: Figure): boolean {
  const { value: { unit }, span: { end } } = total;
  return isOfEquivalents(sentence, total) || (unit === 'mg' && /^[^,;.]{0,8}\b(?:of )?(?:oral )?morphine\b/i.test(sentence.text.slice(end)));
}

/** "15 mg twice daily, or 30 mg": what two of them make takes their place. */
function withoutMade(figures: readonly Figure[]): readonly Figure[] {
  const at = figures.findIndex(({ value: { value } }, i) => i > 1 && (figures[i - 2]?.value.value ?? 0) * (figures[i - 1]?.value.value ?? 0) === value);
  return at < 0 ? figures : figures.filter((_, i) => i !== at - 1 && i !== at - 2);
}

/** What is counted alike: visits, hours, milligrams. */
function summed(parts: readonly Figure[], { value: total }: Figure): string | null {
  if (parts.length < 2 || parts.length > 4 || parts.some(({ value: { times } }) => times)) return null;
  const unit = total.unit ?? parts.find(({ value }) => value.unit !== null)?.value.unit ?? null;
  if (parts.some(({ value }) => (value.unit !== null && value.unit !== unit) || (unit === null && value.value > 100) || (value.per !== null && value.per !== total.per && !(unit === 'mg' && value.per === 'day')))) return null;
  const sum = parts.reduce((made, { value }) => made + value.value, 0);
  const most = Math.max(...parts.map(({ value }) => value.value));
  return total.value > most && sum !== total.value ? String(sum) : null;
}

function multiplied(parts: readonly Figure[], { value: total }: Figure, title: string): string | null {
  const [own, given] = [ofWeeks(parts.map(({ value }) => value)), findFactors(title).map(({ value }) => value).filter(({ vague, unit }) => !vague && (unit === 'week' || unit === 'day' || unit === 'month'))];
  const made = [own, [...own, ...given.filter(({ unit, per }) => per === null && own.every((each) => each.unit !== unit || each.per !== null))]].flatMap((each) => (each.length > 1 ? reckon(each, total) ?? [] : []));
  return made.length > 0 && made.every(({ agrees }) => !agrees) ? made[0]?.comes ?? null : null;
}

/** "For five days and six weeks": so many days of each week. */
function ofWeeks(parts: readonly Factor[]): readonly Factor[] {
  const isOfEach = parts.some(({ unit, per }) => unit === 'week' && per === null);
  return isOfEach ? parts.map((part) => (part.unit === 'day' && part.per === null && part.value <= 7 ? { ...part, per: 'week' as const } : part)) : parts;
}

/** "Five tablets of 10 mg", "60 mg": the dose of a day by the factor of the one drug that is meant. */
function equivalents(parts: readonly Figure[], { value: total }: Figure, rates: readonly number[]): string | null {
  const spelt = parts.filter(({ value: { times, unit } }) => times && unit === null).map(({ value }) => value.value);
  const doses = parts.filter(({ value: { times } }) => !times).map(({ value }) => value);
  const made = reckon(doses, { ...total, unit: 'med', per: null }, { equivalents: spelt.length === 1 ? spelt : rates });
  return made && !made.agrees ? made.comes : null;
}

/** What a rate is multiplied by for a longer time that is named: days of a week, weeks of a month. */
const CONVERTED: readonly (readonly [string, string, readonly number[]])[] = [
  ['day', 'week', [7, 5]], ['day', 'month', [28, 29, 30, 31]], ['week', 'month', [4, 4.3]], ['month', 'year', [12]], ['week', 'year', [52]], ['minute', 'hour', [60]], ['hour', 'day', [24]],
];

function timesOf(total: Factor, own: readonly Factor[], rates: readonly number[]): readonly number[] {
  const has = (name: string): boolean => [...own, total].some(({ unit, per }) => unit === name || per === name);
  return [1, ...CONVERTED.flatMap(([one, other, times]) => (has(one) && has(other) ? times : [])), ...rates];
}

/** Whether some of the figures, multiplied, come near a total. */
function isProductOf(total: Factor, own: readonly Factor[], rates: readonly number[]): boolean {
  const products = own.reduce<readonly number[]>((made, { value }) => [...made, ...made.map((each) => each * value)], [1]);
  return products.some((value) => timesOf(total, own, rates).some((each) => isNear(value * each, total.value)));
}

/** Whether any sum, difference, product or share of the figures comes near a total. */
function isReached(total: Factor, own: readonly Factor[], around: readonly Factor[], rates: readonly number[]): boolean {
  const often = timesOf(total, own, rates);
  const numbers = [...new Set(own.map(({ value }) => value))];
  const given = [...new Set(around.map(({ value }) => value))];
  const reached = [...numbers, ...pairsOf(numbers, numbers), ...pairsOf(numbers, given), ...given, allOf(numbers, (one, other) => one + other), allOf(numbers, (one, other) => one * other), ...threes(numbers)];
  return reached.some((value) => often.some((each) => isNear(value * each, total.value) || isNear(value / each, total.value)));
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.02 * Math.max(one, other);
}

function pairsOf(numbers: readonly number[], others: readonly number[]): number[] {
  return numbers.flatMap((one) => others.flatMap((other) => (one === other ? [] : [one + other, Math.abs(one - other), one * other, one / other, other / one])));
}

/** Three of them added up or multiplied, or two multiplied and the third added or taken away. */
function threes(numbers: readonly number[]): number[] {
  return numbers.flatMap((one, i) => {
    const others = numbers.filter((_, j) => j !== i);
    return others.flatMap((two, j) => others.slice(j + 1).flatMap((three) => [two + three + one, two + three - one, two * three * one, two * three + one, Math.abs(two * three - one)]));
  });
}

function allOf(numbers: readonly number[], by: (one: number, other: number) => number): number {
  return numbers.reduce(by);
}
