import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { findDates, MONTHS, SHORT_MONTHS } from '../../vocabulary/dates.ts';
import { isOfThisPatient, isOfTheReview } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';
import { allSentences, ownSentences, type PlacedSentence } from '../statements.ts';

/** A test or treatment with the month or year in which it was done: "the MRI obtained in June 2014", "the 2014 MRI". `month`: YYYY-MM, or YYYY. Span: that of the month, in the prose's text. */
export interface ToldMonth {
  readonly thing: Thing | null;
  /** The word right before, where no vocabulary knows it: "the replacement of January 2015". */
  readonly word: string | null;
  readonly month: string;
  readonly text: string;
  readonly span: Span;
}

/** What a rationale dates by a month, of this patient. Kept with the prose. */
export const monthsInRationale = keptBy((prose: Prose): readonly ToldMonth[] =>
  ownSentences(prose).flatMap((placed) => (isOfThisPatient(placed.sentence) && !isOfTheReview(placed.sentence) && !hasWord(placed.sentence, 'to-come') ? placedIn(placed) : [])));

function placedIn({ sentence, start }: PlacedSentence): ToldMonth[] {
  return toldIn(sentence).map((told) => ({ ...told, span: shift(told.span, start) }));
}

interface Month {
  readonly month: string;
  readonly span: Span;
}

/** Each month that a text names with its year, of whole dates too, and each year that stands by itself. */
export function monthsIn(text: string): readonly Month[] {
  if (!/\d{4}|\d\/\d\d\b/.test(text)) return [];
  const days = findDates(text).map(({ value, span: place }) => ({ month: value.slice(0, 7), span: place }));
  const spelt = [...text.matchAll(/\b([A-Z][a-z]{2,8})\.?,? (?:of )?((?:19|20)\d\d)\b/g)].flatMap(({ 0: all, 1: name = '', 2: year = '', index }) => asMonth(SHORT_MONTHS.indexOf(name.slice(0, 3).toLowerCase()), name, year, index, all));
  const figures = [...text.matchAll(/(?<![\d/.-])(\d{1,2})[/-]((?:19|20)\d\d)(?![\d/-])/g)].flatMap(({ 0: all, 1: number = '', 2: year = '', index }) => asMonth(Number(number) - 1, '', year, index, all));
  const months = [...days, ...[...spelt, ...figures].filter(({ span: { start } }) => !days.some(({ span: day }) => day.start <= start && start < day.end))];
  const years = [...text.matchAll(/(?<![\d/.#$-])(?:19|20)\d\d(?![\d/%-]|\.\d)/g)].map(({ 0: month, index }) => ({ month, span: span(index, index + month.length) }));
  return [...months, ...years.filter(({ month: year, span: { start } }) => !months.some(({ month, span: place }) => (place.start <= start && start < place.end) || month.startsWith(year)))];
}

function asMonth(index: number, name: string, year: string, at: number, all: string): Month[] {
  const isName = name === '' || name.length <= 4 || MONTHS[index] === name.toLowerCase();
  return index < 0 || index > 11 || !isName ? [] : [{ month: `${year}-${String(index + 1).padStart(2, '0')}`, span: span(at, at + all.length) }];
}

const NEVER_DATED: ReadonlySet<string> = new Set(['drug', 'medication-class', 'gain', 'state', 'structure', 'consultation']);
/** So many words may stand between a thing and its month. */
const BETWEEN = 7;

const toldIn = keptBy((sentence: Sentence): readonly ToldMonth[] => {
  const { text, tokens } = sentence;
  const dates = findDates(text);
  const months = monthsIn(text).filter(({ span: place }) => !dates.some(({ span: day }) => day.start <= place.start && place.start < day.end));
  if (months.length === 0) return [];
  const things = thingsNamed(sentence).filter(({ thing: { kind } }) => !NEVER_DATED.has(kind));
  return months.flatMap(({ month, span: place }): ToldMonth[] => {
    const at = tokens.starts.findIndex((start) => start >= place.start);
    const end = tokens.starts.findIndex((start) => start >= place.end);
    const thing = thingAt(sentence, things, at, end);
    const word = thing ? null : wordBefore(tokens, at);
    return thing || word ? [{ thing: thing?.thing ?? null, word, month, text: text.slice(place.start, place.end), span: place }] : [];
  });
});

/** "The MRI obtained in June 2014", "the June 2014 MRI". */
function thingAt({ tokens: { keys, kinds } }: Sentence, things: readonly NamedThing[], at: number, end: number): NamedThing | null {
  const behind = things.find(({ from }) => from === end);
  if (behind) return behind;
  const before = things.findLast(({ to }) => to <= at);
  if (!before || at - before.to > BETWEEN || SINCE.has(keys[at - 1] ?? '')) return null;
  for (let place = before.to; place < at; place++) if (kinds[place] === 'number' || ENDS.has(keys[place] ?? '')) return null;
  return before;
}

const SINCE: ReadonlySet<string> = new Set(['since', 'until', 'from', 'to', 'after', 'before', 'through']);
const ENDS: ReadonlySet<string> = new Set([';', 'and', 'when', 'since', 'until', 'after', 'before', 'but', ',']);

/** "The replacement of January 2015": a long word tells what it was. */
function wordBefore({ keys, kinds }: Sentence['tokens'], at: number): string | null {
  const word = keys[at - 2] ?? '';
  return keys[at - 1] === 'of' && kinds[at - 2] === 'word' && word.length > 7 ? word : null;
}

/** A sentence of a summary with the months that it names. */
export interface DatedSentence {
  readonly things: readonly Thing[];
  readonly words: ReadonlySet<string>;
  readonly months: readonly { readonly month: string; readonly text: string; readonly span: Span }[];
}

/** The sentences of a summary that name a month. Kept with the prose. */
export const datedSentences = keptBy((prose: Prose): readonly DatedSentence[] => allSentences(prose).flatMap(({ sentence, start }) => {
  const months = monthsIn(sentence.text).map((each) => ({ month: each.month, text: sentence.text.slice(each.span.start, each.span.end), span: shift(each.span, start) }));
  return months.length > 0 && !isOfTheReview(sentence) ? [{ things: thingsNamed(sentence).map(({ thing }) => thing), words: new Set(sentence.tokens.keys), months }] : [];
}));

/** Every month that a text names. Kept with the prose. */
export const allMonths = keptBy(({ text }: Prose): ReadonlySet<string> => new Set(monthsIn(text).map(({ month }) => month)));
