import { assertionOf } from '../../language/assertion.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { findDates, MONTHS } from '../../vocabulary/dates.ts';
import { isCommonWord } from '../../vocabulary/everyday.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import { isOfAName } from './case-history.ts';
import { isOfThisPatient, isOfTheReview } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import data from './paired-values.json' with { type: 'json' };
import { allSentences, ownSentences, placeInProse, type PlacedSentence } from '../statements.ts';

/** A figure with the condition that it was measured under: "94 percent at rest", "the PCL-5 was 58 in January 2021". Span: in the prose's text. */
export interface ConditionedValue {
  readonly value: number;
  /** "percent", "/10"; empty without one. */
  readonly unit: string;
  /** One end of an axis by its name ("effort first"), or the words of a time ("january 2021"). */
  readonly conditions: ReadonlyMap<string, string>;
  /** The words of its sentence that may say what is measured. */
  readonly names: ReadonlySet<string>;
  readonly text: string;
  readonly span: Span;
}

/** "The PCL-5 has gone up": which way something went, and what the words around call it. Span: in the prose's text. */
export interface ToldTrend {
  readonly isUp: boolean;
  readonly names: ReadonlySet<string>;
  readonly text: string;
  readonly span: Span;
}

/** The figures of a summary, sentence by sentence; those alone that stand with others of their unit. Kept with the prose. */
export const pairsInSummary = keptBy((prose: Prose): readonly (readonly ConditionedValue[])[] =>
  allSentences(prose).map((placed) => (isOfTheReview(placed.sentence) ? [] : placedIn(placed))).filter(({ length }) => length > 1));

/** What a rationale tells so of this patient. Kept with the prose. */
export const conditionedInRationale = keptBy((prose: Prose): readonly ConditionedValue[] =>
  ownSentences(prose).flatMap((placed) => (isTold(placed.sentence) ? placedIn(placed).filter(({ conditions }) => conditions.size > 0) : [])));

/** Which way a rationale says that something went, where it gives no figures. Kept with the prose. */
export const trendsInRationale = keptBy((prose: Prose): readonly ToldTrend[] =>
  ownSentences(prose).flatMap((placed) => (isTold(placed.sentence) ? trendsOf(placed.sentence).map(({ from, to, ...trend }) => ({ ...trend, span: placeInProse(placed, from, to) })) : [])));

function isTold(sentence: Sentence): boolean {
  return isOfThisPatient(sentence) && !hasWord(sentence, 'modal') && !hasWord(sentence, 'sets-a-criterion');
}

function placedIn(placed: PlacedSentence): ConditionedValue[] {
  return conditioned(placed.sentence).map(({ from, to, ...value }) => ({ ...value, span: placeInProse(placed, from, to) }));
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  /** Tokens `at` up to, not including, `end` hold it with its unit. */
  readonly at: number;
  readonly end: number;
}

type Read = Omit<ConditionedValue, 'span'> & { readonly from: number; readonly to: number };

const conditioned = keptBy((sentence: Sentence): readonly Read[] => {
  const figures = figuresOf(sentence);
  if (figures.length === 0 || figures.length > MOST) return [];
  const { tokens: { starts, ends, text } } = sentence;
  const names = namesOf(sentence, 0, sentence.tokens.count);
  return figures.map((figure, i) => {
    const [before, behind] = [figures[i - 1]?.end ?? 0, figures[i + 1]?.at ?? sentence.tokens.count];
    return { value: figure.value, unit: figure.unit, conditions: conditionsOf(sentence, figures[0]?.at ?? 0, [before, figure.at, figure.end, behind], fromTo(sentence, figures, i)), names, text: text.slice(starts[figure.at], ends[figure.end - 1]), from: figure.at, to: figure.end };
  });
});

/** More figures than these in one sentence can't be told apart. */
const MOST = 6;

const NO_MEASURE: ReadonlySet<string> = new Set(data['no-measure']);

/** The figures of a sentence that measure something: no days, doses, durations or counts. */
function figuresOf({ tokens, text }: Sentence): Figure[] {
  const { keys, kinds, starts, ends } = tokens;
  if (!/\d/.test(text)) return [];
  const dates = findDates(text);
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (kinds[at] !== 'number' || isOfAName(tokens, at) || dates.some(({ span: day }) => day.start <= (starts[at] ?? 0) && (starts[at] ?? 0) < day.end)) continue;
    const most = text[ends[at] ?? 0] === '/' && kinds[at + 1] === 'number' ? at + 1 : null;
    const isShare = /^\s?%/.test(text.slice(ends[at], (ends[at] ?? 0) + 2)) || keys[at + 1] === 'percent';
    const unit = most === null ? (isShare ? 'percent' : '') : `/${keys[most] ?? ''}`;
    const end = most === null ? (keys[at + 1] === 'percent' ? at + 2 : at + 1) : most + 1;
    const isOther = /^(?:19|20)\d\d$/.test(keys[at] ?? '') || NO_MEASURE.has(keys[end] ?? '') || MONTHS.includes(keys[at - 1] ?? '');
    if (!isOther) figures.push({ value: Number(keys[at]), unit, at, end });
    at = end - 1;
  }
  return figures;
}

/** "From 46 to 19": the first of the two is that of before. */
function fromTo({ tokens: { keys } }: Sentence, figures: readonly Figure[], i: number): 'first' | 'last' | null {
  const [one, before] = [figures[i], figures[i - 1]];
  if (one && keys[one.at - 1] === 'from') return 'first';
  return one && before && keys[before.at - 1] === 'from' && keys[one.at - 1] === 'to' ? 'last' : null;
}

/** The conditions of a figure: behind it, or before it where the sentence names its conditions ahead. */
function conditionsOf({ tokens: { keys, kinds } }: Sentence, firstAt: number, [before, at, end, behind]: readonly [number, number, number, number], way: 'first' | 'last' | null): ReadonlyMap<string, string> {
  const conditions = new Map<string, string>();
  if (way) conditions.set('time', way);
  for (const { is, first, last } of AXES) {
    const endOf = (key = ''): string | null => (first.has(key) ? 'first' : last.has(key) ? 'last' : null);
    const isAhead = keys.slice(0, firstAt).some((key) => endOf(key) !== null);
    const place = isAhead ? keys.slice(before, at).findLast((key) => endOf(key)) : keys.slice(end, behind).find((key) => endOf(key));
    const found = endOf(place);
    if (found && !conditions.has(is)) conditions.set(is, found);
  }
  const isTime = (key: string, i: number): boolean => MONTHS.includes(key) || (kinds[i] === 'number' && /^(?:19|20)\d\d$/.test(key));
  const isDayAhead = keys.slice(0, firstAt).some((key, i) => isTime(key, i));
  const [from, to] = isDayAhead ? [before, at] : [end, behind];
  const day = keys.slice(from, to).filter((key, i) => isTime(key, from + i)).slice(0, 2);
  if (day.length > 0) conditions.set('day', day.join(' '));
  return conditions;
}

const AXES = data.axes.map(({ is, first, last }) => ({ is, first: new Set(first), last: new Set(last) }));
const CONDITION: ReadonlySet<string> = new Set(data.axes.flatMap(({ first, last }) => [...first, ...last]));

/** The words that may say what is measured, by their stems; a scale's name with its number. */
function namesOf({ tokens }: Sentence, from: number, to: number): ReadonlySet<string> {
  const { keys, kinds } = tokens;
  const words = keys.slice(from, to).filter((key, i) => kinds[from + i] === 'word' && key.length > 2 && !CONDITION.has(key) && !MONTHS.includes(key) && (!isCommonWord(key) || key === 'pain') && !NO_NAMES.has(key));
  return new Set(words.map((key) => stemOf(key)));
}

const NO_NAMES: ReadonlySet<string> = new Set(('the and was were has had have his her this that for from with about only still percent patient worker claimant employee applicant member score level scale index value reading figure measured report reported '
  + 'recorded predicted than not but now then which who she they their all out said told shows showed each per').split(' '));

const [RISES, FALLS, GOES] = [new Set(data.rises), new Set(data.falls), new Set(data.goes)];

function trendsOf(sentence: Sentence): (Omit<ToldTrend, 'span'> & { readonly from: number; readonly to: number })[] {
  const { tokens: { keys, starts, ends, text, kinds } } = sentence;
  return keys.flatMap((key, at) => {
    const isUp = RISES.has(key) || (GOES.has(key) && keys[at + 1] === 'up');
    if (!isUp && !FALLS.has(key) && !(GOES.has(key) && keys[at + 1] === 'down')) return [];
    const to = keys[at + 1] === 'up' || keys[at + 1] === 'down' ? at + 2 : at + 1;
    const { denied, possible, conditional, planned } = assertionOf(sentence, at, to);
    const begin = keys.findLastIndex((_, i) => i < at && kinds[i] === 'mark') + 1;
    const first = begin === at || keys[begin] === 'which' ? Math.max(0, begin - 4) : begin;
    if (denied || possible || conditional || planned || keys.slice(first, at).includes('not')) return [];
    return [{ isUp, names: namesOf(sentence, first, at), text: text.slice(starts[first], ends[to - 1]), from: first, to }];
  });
}
