import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { ownPlace, placeBehind, noPlace } from '../words/case-places.ts';
import { isOfTheReview, isOfThisPatient } from '../words/case-voice.ts';
import type { HistoryFact, Unplaced } from './history-fact.ts';
import type { Prose } from '../model.ts';
import { foundIn, ownSentences, placeInProse } from '../statements.ts';
import { thingsTold } from './told-things.ts';

/** Kinds of what a rationale may tell as a deed; a drug may be told as one that is asked for. */
const DEEDS: ReadonlySet<string> = new Set(['imaging', 'electrodiagnostics', 'therapy', 'chiropractic', 'acupuncture', 'injection', 'surgery', 'psychological', 'testing', 'program', 'consultation', 'care', 'dme']);

/** What a rationale tells of this patient as surely done, by a verb of doing and in its own words. Kept with the prose. */
export const deedsInRationale = keptBy((prose: Prose): readonly HistoryFact[] => foundIn(ownSentences(prose), deedsIn, ({ from, to, ...fact }, placed) =>
  ({ ...fact, ...placeBehind(ownPlace(placed.sentence, { from, to }), noPlace), span: placeInProse(placed, from, to) })));

const deedsIn = keptBy((sentence: Sentence): readonly Unplaced[] => {
  if (!hasWord(sentence, 'deed-of-past') || !isOfThisPatient(sentence) || isOfTheReview(sentence) || hasWord(sentence, 'modal') || hasWord(sentence, 'to-come')) return [];
  return thingsTold(sentence).filter(({ sure, value, treatment }) => sure && value === 'done' && DEEDS.has(treatment?.kind ?? ''));
});
