import { hasWord, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement } from '../language/statement.ts';
import type { Span } from '../markdown/span.ts';
import { findDates } from '../vocabulary/dates.ts';
import type { Mention } from '../vocabulary/mention.ts';
import type { FactKey } from './model.ts';
import { inEach, type PlacedSentence } from './statements.ts';

/** A date that is said to be the injury's or the denial's. Span: in the text. */
export interface SaidDate {
  readonly key: Extract<FactKey, 'date-of-injury' | 'ur-denial-date'>;
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

const saidOutright = inEach(outright);
const inOpening = inEach((sentence) => {
  const said = outright(sentence);
  return said.length > 0 ? said : hurtOn(sentence);
});

function outright(sentence: Sentence): SaidDate[] {
  const statements = statementsOf(sentence, 'dated');
  if (statements.length === 0) return [];
  const dates = findDates(sentence.text);
  const said = statements.flatMap((statement) => saidBy(sentence, statement, dates) ?? []);
  return said.filter(({ span }, i) => said.findIndex((other) => other.span.start === span.start) === i);
}

function saidBy(sentence: Sentence, { says, slots, from }: Statement, dates: readonly Mention<string>[]): SaidDate | null {
  const slot = slots['date'];
  const date = dates.find(({ span }) => span.start === slot?.span.start);
  if (!slot || !date || SPAN_OF_TIME.test(sentence.text.slice(date.span.end, date.span.end + 40))) return null;
  const isInjury = says['of'] === 'injury';
  if (says['as'] === 'subject' && sentence.tokens.keys.slice(Math.max(0, from - 4), from).some((key) => OF_IT.has(key))) return null;
  if (!isInjury && !hasWord(sentence, 'review-refused')) return null;
  if (hasWord(sentence, isInjury ? 'other-injury' : 'other-review', Math.max(0, slot.from - NEAR), slot.from)) return null;
  return { key: isInjury ? 'date-of-injury' : 'ur-denial-date', iso: date.value, text: date.text, span: date.span };
}

/** "Surgery for the work injury took place on …" gives no day of the injury. */
const OF_IT = new Set(['for', 'after', 'since', 'of', 'following', 'by']);

/** What is said in so many words before a date is said of it. */
const NEAR = 14;

/** "The worker, who on 8/19/2013 was hit by a beam, …": the only date of an opening sentence that tells how somebody was hurt. */
function hurtOn(sentence: Sentence): SaidDate[] {
  if (!hasWord(sentence, 'gets-hurt') || hasWord(sentence, 'other-injury')) return [];
  const [date, ...others] = findDates(sentence.text);
  return date && others.length === 0 ? [{ key: 'date-of-injury', iso: date.value, text: date.text, span: date.span }] : [];
}
