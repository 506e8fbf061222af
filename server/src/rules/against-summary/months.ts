import { allMonths, datedSentences, monthsInRationale } from '../../determination/case/months-told.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** Each month or year that the summary names nowhere, where it dates the same thing otherwise, and only once. */
export const months: FactReader = ({ item, rationale, summary }) => monthsInRationale(rationale).flatMap(({ month, thing, word, text, span }) => {
  if ([...allMonths(summary)].some((known) => known.startsWith(month) || month.startsWith(known))) return [];
  const dated = datedSentences(summary).filter(({ things, words }) => (thing ? things.some((each) => areOfOneThing(each, thing)) : words.has(word ?? '')));
  const [only, ...others] = dated;
  const [other, ...more] = only?.months ?? [];
  if (!other || others.length > 0 || more.length > 0) return [];
  return [{ span, messageId: 'day', data: { item, what: thing?.name ?? word ?? '', stated: text, reported: other.text }, ...LIKELY, told: other.span }];
});
