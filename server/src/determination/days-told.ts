import { hasWord, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Span } from '../markdown/span.ts';
import { findDates } from '../vocabulary/dates.ts';
import { inEach } from './statements.ts';

/** A day on which something is told to have happened. `forInjury`: it was done for the injury of the letter, or came after it. Span: in the text. */
export interface ToldDay {
  readonly iso: string;
  readonly text: string;
  readonly span: Span;
  readonly forInjury: boolean;
}

/** The days that some sentences tell as past: no plan, no appointment, no end of a leave. */
export const toldDaysIn = inEach((sentence): readonly ToldDay[] => {
  if (!/\d/.test(sentence.text)) return [];
  const dates = findDates(sentence.text);
  if (dates.length === 0 || isSetAhead(sentence) || !hasWord(sentence, 'told-as-past')) return [];
  const isAftermath = statementsOf(sentence, 'dated').some(({ says }) => says['of'] === 'aftermath');
  const forInjury = dates.length === 1 && isAftermath && !hasWord(sentence, 'not-of-this-injury');
  return dates.flatMap(({ value, text, span }) => (isLimit(sentence, span) ? [] : [{ iso: value, text, span, forInjury }]));
});

/** "By 6/1/2017", "to 5/1/2017". */
function isLimit(sentence: Sentence, { start }: Span): boolean {
  const at = sentence.tokens.starts.indexOf(start);
  return at > 0 && hasWord(sentence, 'limit-of-time', at - 1, at);
}

/** "A follow-up is set for 6/1"; "on 6/1 the patient was seen in follow-up" is past. */
function isSetAhead(sentence: Sentence): boolean {
  return hasWord(sentence, 'sets-a-date-ahead') || (hasWord(sentence, 'follow-up') && !hasWord(sentence, 'met-on-a-day'));
}
