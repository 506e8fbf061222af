import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import type { Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { FactKey } from '../model.ts';
import { inEach, type PlacedSentence } from '../statements.ts';

/** A date that is said to be the injury's or the denial's. Span: in the text. */
export interface SaidDate {
  readonly key: Extract<FactKey, 'date-of-injury' | 'ur-denial-date'>;
  /** Said without a word for the review: "it was denied on 3/4/2020". */
  readonly likely: boolean;
  readonly iso: string;
  readonly text: string;
  readonly span: Span;
}

/** In so many sentences a summary introduces the patient and the injury. */
const OPENING_SENTENCES = 2;
/** "From 5/1/2014 to 6/1/2014", "5/1 and 6/1": no one day. */
const SPAN_OF_TIME = /^\s?(?:to|through|thru|until|and|or|-|–)\s?[\dA-Z]/;

/** The dates that a summary gives as the day of the injury or of the denial in dispute. */
export function saidDatesIn(sentences: readonly PlacedSentence[]): readonly SaidDate[] {
  return [...inOpening(sentences.slice(0, OPENING_SENTENCES)), ...saidOutright(sentences.slice(OPENING_SENTENCES))];
}

/** The dates that a rationale gives as those days: whatever it says of the review, and also where it doesn't name it. */
export const saidInRationale = inEach((sentence): readonly SaidDate[] => [...saidIn(sentence, ({ key }) => key === 'date-of-injury' || !isOfAnotherReview(sentence)), ...yearsOfInjury(sentence)]);

/** "The prior UR of 3/3/2013", "UR of 3/3/2013 certified six visits". */
function isOfAnotherReview({ tokens: { keys } }: Sentence): boolean {
  return keys.some((key, at) => OTHER_REVIEW.has(key) && keys[at - 1] !== 'non' && keys[at - 1] !== 'not');
}

const OTHER_REVIEW: ReadonlySet<string> = new Set(['prior', 'previous', 'previously', 'earlier', 'former', 'another', 'different', 'first', 'second', 'certified', 'approved', 'authorized', 'had', 'separate', 'same', 'appeal', 'reconsideration', 'upheld']);

/** "Since the injury of 2010": the year alone, as its `iso`. */
function yearsOfInjury(sentence: Sentence): SaidDate[] {
  return statementsOf(sentence, 'dated').flatMap(({ says, slots: { year } }): SaidDate[] => {
    if (says['as'] !== 'year' || !year || !/^(?:19|20)\d\d$/.test(year.text) || hasWord(sentence, 'other-injury', 0, year.from)) return [];
    return [{ key: 'date-of-injury', iso: year.text, text: year.text, span: year.span, likely: true }];
  });
}

/** The days that words give the request for authorization in dispute. `likely`: they call it a request alone. */
export const requestsDated = inEach((sentence): readonly RequestDate[] => {
  const statements = statementsOf(sentence, 'dated').filter(({ says }) => says['of'] === 'request');
  if (statements.length === 0) return [];
  const dates = findDates(sentence.text);
  const dated = statements.flatMap(({ says, slots: { date: slot }, from }) => {
    const date = dates.find(({ span }) => span.start === slot?.span.start);
    return slot && date && !hasWord(sentence, 'asked-anew', Math.max(0, from - NEAR), slot.from) ? [{ iso: date.value, text: date.text, span: date.span, likely: says['as'] === 'likely' }] : [];
  });
  return firstAtEach(dated);
});

export type RequestDate = Omit<SaidDate, 'key'>;

const saidOutright = inEach(outright);
const inOpening = inEach((sentence) => {
  const said = outright(sentence);
  return said.length > 0 ? said : hurtOn(sentence);
});

function outright(sentence: Sentence): SaidDate[] {
  return saidIn(sentence, ({ key, likely }) => !likely && (key === 'date-of-injury' || hasWord(sentence, 'review-refused')));
}

function saidIn(sentence: Sentence, isWanted: (said: SaidDate) => boolean): SaidDate[] {
  const statements = statementsOf(sentence, 'dated');
  if (statements.length === 0) return [];
  const dates = findDates(sentence.text);
  return firstAtEach(statements.flatMap((statement) => saidBy(sentence, statement, dates) ?? []).filter(isWanted).sort((one, other) => Number(one.likely) - Number(other.likely)));
}

/** Several rows may read the same date: the surest counts. */
function firstAtEach<Dated extends { readonly span: Span }>(dated: readonly Dated[]): Dated[] {
  return dated.filter(({ span }, i) => dated.findIndex((other) => other.span.start === span.start) === i);
}

function saidBy(sentence: Sentence, { says, slots, from }: Statement, dates: readonly Mention<string>[]): SaidDate | null {
  const slot = slots['date'];
  const date = dates.find(({ span }) => span.start === slot?.span.start);
  if (!slot || !date || SPAN_OF_TIME.test(sentence.text.slice(date.span.end, date.span.end + 40))) return null;
  const isInjury = says['of'] === 'injury';
  if (!isInjury && says['of'] !== 'denial') return null;
  if (says['as'] === 'subject' && sentence.tokens.keys.slice(Math.max(0, from - 4), from).some((key) => OF_IT.has(key))) return null;
  if (hasWord(sentence, isInjury ? 'other-injury' : 'other-review', Math.max(0, slot.from - NEAR), slot.from)) return null;
  return { key: isInjury ? 'date-of-injury' : 'ur-denial-date', iso: date.value, text: date.text, span: date.span, likely: says['as'] === 'likely' };
}

/** "Surgery for the work injury took place on …" gives no day of the injury. */
const OF_IT = new Set(['for', 'after', 'since', 'of', 'following', 'by']);

/** What is said in so many words before a date is said of it. */
const NEAR = 14;

/** "The clerk, who on 3/2/2012 fell over a crate, …": the only date of an opening sentence that tells how somebody was hurt. */
function hurtOn(sentence: Sentence): SaidDate[] {
  if (!hasWord(sentence, 'gets-hurt') || hasWord(sentence, 'other-injury')) return [];
  const [date, ...others] = findDates(sentence.text);
  return date && others.length === 0 ? [{ key: 'date-of-injury', iso: date.value, text: date.text, span: date.span, likely: false }] : [];
}
