import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { isOfThisPatient } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, foundIn, ownSentences, placeInProse } from '../statements.ts';

/** A drug that a rationale tells as the patient's own. Span: in the prose's text. */
export interface TakenDrug {
  readonly drug: Drug;
  readonly text: string;
  readonly span: Span;
}

/** The drugs that a rationale tells as taken. Kept with the prose. */
export const drugsTaken = keptBy((prose: Prose): readonly TakenDrug[] => foundIn(ownSentences(prose), takenIn, ({ value, from, to }, placed) => {
  const span = placeInProse(placed, from, to);
  return { drug: value, text: prose.text.slice(span.start, span.end), span };
}));

/** The generic names of all parts of the drugs that a text names. Kept with the prose. */
export const genericsIn = keptBy((prose: Prose): ReadonlySet<string> => new Set(allSentences(prose).flatMap(({ sentence }) => mentionsOf<Drug>(sentence, 'drug').flatMap(({ value }) => value.generic.split('/')))));

/** Words within so many tokens that only a drug which is taken has. */
const REACH = 6;
const OWN: ReadonlySet<string> = new Set(['take', 'takes', 'taking', 'taken', 'took', 'run', 'runs', 'ran', 'reservoir', 'pump', 'withdrawal', 'tolerated', 'tolerates', 'stopped', 'stop', 'stopping', 'uses', 'using', 'continues', 'refill', 'refilled']);
/** Words that make it one of several, one that might be taken, or a source's. */
const OTHER: ReadonlySet<string> = new Set(['or', 'other', 'instead', 'alternative', 'alternatives', 'such', 'like', 'option', 'options', 'rather', 'than', 'unlike', 'may', 'might', 'could', 'should', 'trial', 'trials', 'tried', 'study', 'studies', 'guideline', 'recommended', 'recommends', 'first', 'before', 'earlier', 'failed', 'switch', 'switched', 'replace', 'replaced', 'consider', 'considered', 'interaction', 'with', 'not', 'no', 'never', 'without', 'allergic', 'allergy', 'versus', 'substitute', 'eg', 'e.g', 'who', 'patients', 'label', 'added', 'add']);

const takenIn = keptBy((sentence: Sentence) => {
  const drugs = mentionsOf<Drug>(sentence, 'drug');
  const { keys } = sentence.tokens;
  const [drug, ...others] = drugs;
  if (!drug || others.length > 0 || !isOfThisPatient(sentence) || keys.some((key, at) => OTHER.has(key) && !(key === 'not' && keys[at - 1] === 'can')) || hasWord(sentence, 'medication-class')) return [];
  const near = [...keys.slice(Math.max(0, drug.from - REACH), drug.from), ...keys.slice(drug.to, drug.to + REACH)];
  return near.some((key) => OWN.has(key)) ? [drug] : [];
});
