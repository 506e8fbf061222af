import { hasWord, type Sentence } from '../language/sentence.ts';
import { clauseAt } from '../language/clauses.ts';

/** Whether a sentence speaks of this patient in the reviewer's own words: not of guidelines or patients at large, not what somebody else said. */
export function isOfThisPatient(sentence: Sentence): boolean {
  return !hasWord(sentence, 'speaks-generally') && !hasWord(sentence, 'others-words') && !speaksOfMany(sentence);
}

const PEOPLE = new Set(['patient', 'person', 'worker', 'adult', 'individual', 'candidate']);

/** "Patients", "persons who …": the plural, which the tokens' keys don't tell from the singular. */
export function speaksOfMany({ tokens: { text, keys, starts, ends } }: Sentence): boolean {
  return keys.some((key, i) => PEOPLE.has(key) && text.slice(starts[i], ends[i]).toLowerCase() === `${key}s`);
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
