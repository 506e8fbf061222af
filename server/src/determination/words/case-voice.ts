import { hasWord, type Sentence } from '../../language/sentence.ts';
import { clauseAt } from '../../language/clauses.ts';
import { isWithinPhrase } from '../../language/lexicon.ts';
import { keptBy } from '../../markdown/kept-by.ts';

/** Whether a sentence speaks of this patient in the reviewer's own words: not of guidelines or patients at large, not what somebody else said. */
export const isOfThisPatient = keptBy((sentence: Sentence): boolean => !speaksGenerally(sentence) && !hasWord(sentence, 'others-words') && !speaksOfMany(sentence));

/** What guidelines say; not "it should be said that". */
function speaksGenerally(sentence: Sentence): boolean {
  const { found } = sentence;
  if (!hasWord(sentence, 'speaks-generally') || !hasWord(sentence, 'only-noted')) return hasWord(sentence, 'speaks-generally');
  return found.lists.some((hits, at) => hits.some(({ list }) => list === 'speaks-generally') && !isWithinPhrase(found, 'only-noted', at));
}

/** "Patients", "persons who …". */
export function speaksOfMany(sentence: Sentence): boolean {
  return hasWord(sentence, 'people-in-general');
}

/** Whether something at a token is told of another time than the summary's: "no recent", "since then", "after the injection". */
export function isAnotherTime(sentence: Sentence, { from }: { readonly from: number }): boolean {
  const clause = clauseAt(sentence.clauses, from);
  return hasWord(sentence, 'another-time', clause?.from, clause?.to) || clause?.role === 'condition' || clause?.role === 'time';
}

/** Whether a sentence tells of complaints, plans, the history or the utilization review, and not of an examination. */
export function isToldNotExamined(sentence: Sentence): boolean {
  return hasWord(sentence, 'told-not-examined');
}

/** Whether a sentence tells of the utilization review: its words bear nothing out. */
export function isOfTheReview(sentence: Sentence): boolean {
  return hasWord(sentence, 'of-the-review');
}

/** Whether tokens `from` up to `to` say of a guideline that it is silent: "the MTUS recommends sertraline; it says nothing of pregnancy". */
export function isOfGuideline(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.keys.slice(from, to).some((key) => SILENT.has(key)) && hasWord(sentence, 'adopted', 0, from);
}

const SILENT: ReadonlySet<string> = new Set(['silent', 'nothing', 'devoid', 'mute']);
