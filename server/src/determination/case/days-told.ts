import { hasWord, mentionsOf, statementsOf, type Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findDates, MONTHS } from '../../vocabulary/dates.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { listedPlaces } from '../words/listed-places.ts';
import { thingsNamed } from '../words/named-things.ts';
import { inEach } from '../statements.ts';

/**
 * A day, or a month, in which something happened. `forInjury`: it was done for the injury of the letter, or came after it; `ofCare`: a treatment or test
 * that nothing calls an earlier one. Span: in the text.
 */
export interface ToldDay {
  readonly iso: string;
  /** The last day that a month can mean. */
  readonly until: string;
  readonly text: string;
  readonly span: Span;
  readonly forInjury: boolean;
  readonly ofCare: boolean;
  /** No verb says that it is past, or no day is given: an entry of a list, a month. */
  readonly loose: boolean;
}

/** The days that some sentences tell as past: no plan, no appointment, no end of a leave. */
export const toldDaysIn = inEach((sentence): readonly ToldDay[] => {
  if (!/\d/.test(sentence.text)) return [];
  const dates = findDates(sentence.text);
  const isAftermath = statementsOf(sentence, 'dated').some(({ says }) => says['of'] === 'aftermath');
  const isOfThisInjury = !hasWord(sentence, 'not-of-this-injury');
  const isOfCare = isOfThisInjury && !isAftermath && namesCare(sentence);
  const months = dates.length === 0 && (isAftermath || isOfCare) ? monthsIn(sentence.text) : [];
  const days = [...dates.map((date) => ({ ...date, until: date.value })), ...months];
  if (days.length === 0 || isSetAhead(sentence, isAftermath)) return [];
  const loose = dates.length === 0 || !hasWord(sentence, 'told-as-past');
  const forInjury = hasWord(sentence, 'told-as-past') && (days.length === 1 || isOneTime(sentence.text, days)) && isAftermath && isOfThisInjury;
  return days.flatMap(({ value, until, text, span: place }) =>
    (isLimit(sentence, place) || (loose && !forInjury && !isOfCare && !isOfRecord(sentence, place)) ? [] : [{ iso: value, until, text, span: place, forInjury, ofCare: isOfCare, loose }]));
});

/** "Last urine test 06/22/2021", "x-ray on 3/14/2023", "on January 30, 2023 the thumb locked". */
function isOfRecord(sentence: Sentence, { start, end }: Span): boolean {
  const { starts, ends, keys, text } = sentence.tokens;
  const [at, behind] = [starts.indexOf(start), ends.findIndex((each) => each >= end) + 1];
  if (at < 0 || hasWord(sentence, 'to-come') || keys.some((key) => AHEAD.has(key))) return false;
  const isTest = thingsNamed(sentence).some(({ thing: { kind }, to }) => TESTS.has(kind) && to <= at && at - to <= BETWEEN && !/[,;]/.test(text.slice(ends[to - 1], start)));
  return isTest || (at === 1 && keys[0] === 'on' && keys.slice(behind, behind + CLAUSE).some((key) => key.length > PAST && key.endsWith('ed')));
}

const TESTS: ReadonlySet<string> = new Set(['imaging', 'testing', 'electrodiagnostics']);
const AHEAD: ReadonlySet<string> = new Set(['would', 'may', 'can', 'should', 'if', 'on-going', 'authorized', 'approved', 'asked']);
/** So many tokens between a test and its day, and between the day and what happened; a verb of the past has more letters than these. */
const BETWEEN = 2;
const CLAUSE = 6;
const PAST = 4;

/** A treatment, a test or a drug that the patient had, and that is not only asked for. */
function namesCare(sentence: Sentence): boolean {
  const isNamed = mentionsOf(sentence, 'treatment').length > 0 || mentionsOf(sentence, 'drug').length > 0;
  return isNamed && !hasWord(sentence, 'to-come') && !sentence.tokens.keys.some((key) => ASKED.has(key));
}

const ASKED: ReadonlySet<string> = new Set(['request', 'requested', 'rfa', 'asked', 'denied']);

/** "Between 3/1/2019 and 5/1/2019". */
function isOneTime(text: string, [one, two, ...others]: readonly Mention<unknown>[]): boolean {
  return one !== undefined && two !== undefined && others.length === 0 && /^ (?:and|to|through|until|till) $/.test(text.slice(one.span.end, two.span.start));
}

const MONTH_NAMES = MONTHS.map((month) => `${month.charAt(0).toUpperCase()}${month.slice(1)}`);
const YEAR = String.raw`,? (?:of )?((?:19|20)\d\d)\b`;
const A_MONTH = new RegExp(String.raw`\b(${MONTH_NAMES.join('|')})(?:${YEAR}| (?=(?:and|to|through|until|till) [A-Z][a-z]{2,8}${YEAR}))`, 'g');

/** "In April 2019", "since 12/2018", "between March and May 2019", where the year of the first is that of the second: the last day that each can mean. */
function monthsIn(text: string): (Mention<string> & { readonly until: string })[] {
  const inFigures = [...text.matchAll(MONTH_IN_FIGURES)].flatMap(({ 0: said, 1: month = '', 2: year = '', index }) =>
    (Number(month) >= 1 && Number(month) <= 12 ? [{ value: `${year}-${month.padStart(2, '0')}-01`, until: `${year}-${month.padStart(2, '0')}-31`, text: said, span: span(index, index + said.length) }] : []));
  return [...inFigures, ...Array.from(text.matchAll(A_MONTH), (match) => {
    const said = match[0].trimEnd();
    const month = `${match[2] ?? match[3] ?? ''}-${String(MONTH_NAMES.indexOf(match[1] ?? '') + 1).padStart(2, '0')}`;
    return { value: `${month}-01`, until: `${month}-31`, text: said, span: span(match.index, match.index + said.length) };
  })];
}

/** "12/2024". */
const MONTH_IN_FIGURES = /(?<![\d/.-])(\d{1,2})\/((?:19|20)\d\d)(?![\d/.-]\d|\d)/g;

/** "By 6/1/2017", "to 5/1/2017". */
function isLimit(sentence: Sentence, { start }: Span): boolean {
  const at = sentence.tokens.starts.indexOf(start);
  return at > 0 && hasWord(sentence, 'limit-of-time', at - 1, at);
}

/** "The last test", and not "the leave lasts". */
function isLatest({ tokens: { keys, starts, ends }, text }: Sentence, at: number): boolean {
  return keys[at] === 'last' && (ends[at] ?? 0) - (starts[at] ?? 0) === 4 && /^last\s(?!until|to|through)/i.test(text.slice(starts[at], (ends[at] ?? 0) + 8));
}

const SPANS: ReadonlySet<string> = new Set(['between', 'through', 'until', 'till']);

/** "A follow-up is set for 6/1"; "on 6/1 the patient was seen in follow-up" is past. */
function isSetAhead(sentence: Sentence, isAftermath: boolean): boolean {
  // What was done for the injury "between March and May" is past.
  const ahead = listedPlaces(sentence, 'sets-a-date-ahead').filter(({ from }) => !(isAftermath && SPANS.has(sentence.tokens.keys[from] ?? '')) && !isLatest(sentence, from));
  return ahead.length > 0 || (hasWord(sentence, 'follow-up') && !hasWord(sentence, 'met-on-a-day'));
}
