import { cueBefore } from '../../language/assertion.ts';
import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span } from '../../markdown/span.ts';
import type { CaseFact, ReadFact } from './case-fact.ts';
import { findingsIn } from './case-findings.ts';
import { noPlace, ownPlace, placeBehind, placesBehind, type FactPlace, type OwnPlace } from '../words/case-places.ts';
import { isAnotherTime, isOfTheReview, isOfThisPatient, isToldNotExamined } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, foundIn, ownSentences, type PlacedSentence } from '../statements.ts';

/** What a case summary states of the patient, the words of its records included. Kept with the prose. */
export const factsOfSummary = keptBy((prose: Prose): readonly CaseFact[] => readSummary(allSentences(prose)));

/** What a rationale states of the patient in its own words, of the present state. Kept with the prose. */
export const factsOfRationale = keptBy((prose: Prose): readonly CaseFact[] => readRationale(ownSentences(prose)));

/** An examination goes on in the next sentences, and so do its date, region and side. */
function readSummary(sentences: readonly PlacedSentence[]): CaseFact[] {
  const facts: CaseFact[] = [];
  let before = noPlace;
  let examining = false;
  for (const placed of sentences) {
    const { sentence } = placed;
    const told = isToldNotExamined(sentence);
    examining = !told && (examining || hasWord(sentence, 'examined'));
    const isReview = isOfTheReview(sentence);
    for (const fact of readFacts(sentence)) {
      if (isReview && fact.value === 'absent') continue;
      const sure = fact.sure && !isReview && (isMeasured(fact) || (examining && !told));
      facts.push(placedFact({ ...fact, sure }, placed, placeBehind(fact, before)));
    }
    before = placesBehind(sentence, before);
  }
  return facts;
}

/** A test's result or a figure is an examination's wherever it stands. */
function isMeasured({ measure, value }: ReadFact): boolean {
  return measure !== null || value === 'positive' || value === 'negative';
}

function readRationale(sentences: readonly PlacedSentence[]): readonly CaseFact[] {
  return foundIn(sentences, readFacts, (fact, placed) => {
    const { sentence } = placed;
    const seen = fact.value !== 'present' || fact.measure !== null || hasWord(sentence, 'examined');
    const sure = fact.sure && seen && isOfThisPatient(sentence) && !isAnotherTime(sentence, fact);
    return placedFact({ ...fact, sure }, placed, placeBehind(fact, noPlace));
  });
}

const readFacts = keptBy((sentence: Sentence): readonly (ReadFact & OwnPlace)[] => {
  const stated = statementsOf(sentence, 'case').flatMap((statement) => statedFact(sentence, statement) ?? []);
  return [...findingsIn(sentence), ...stated].map((fact) => ({ ...fact, ...ownPlace(sentence, fact) }));
});

/** What a row reads; null where a "not" turns it. Full strength of one muscle says nothing of the others. */
function statedFact(sentence: Sentence, { says, from, to, slots }: Statement): ReadFact | null {
  const { topic, value, name } = says;
  if (topic === undefined || value === undefined || sentence.tokens.keys.slice(from, to).includes('not')) return null;
  const sure = value === 'present' ? cueBefore(sentence, 'denies-sign', from) === null : !hasWord(sentence, 'muscle', Math.max(0, from - 6), Math.min(sentence.tokens.count, to + 5));
  return { topic, value, name: name ?? topic, sure, measure: slots['measure']?.text ?? null, from, to, shownFrom: from, shownTo: to };
}

function placedFact({ topic, value, name, sure, measure, shownFrom, shownTo }: ReadFact, { sentence: { tokens }, start }: PlacedSentence, place: FactPlace): CaseFact {
  const shown = span(start + (tokens.starts[shownFrom] ?? 0), start + (tokens.ends[shownTo - 1] ?? 0));
  return { topic, value, name, sure, measure, ...place, span: shown };
}
