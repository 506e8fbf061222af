import { hasWord, placeOf, type Sentence } from '../../language/sentence.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { Sex } from './patient.ts';
import type { PlacedSentence } from '../statements.ts';
import { keptBy } from '../../markdown/kept-by.ts';

/** A pronoun that stands for the patient. Span: in the text. */
export interface Pronoun {
  readonly sex: Sex;
  readonly span: Span;
}

const PRONOUNS: ReadonlyMap<string, Sex> = new Map([
  ['he', 'male'], ['his', 'male'], ['him', 'male'], ['himself', 'male'], ['she', 'female'], ['her', 'female'], ['herself', 'female'],
]);

/** A pronoun's token, and its sex. */
interface Found {
  readonly at: number;
  readonly sex: Sex;
}

/**
 * The pronouns that can stand for nobody but the patient, in their order. One that opens its sentence may not follow a sentence about
 * somebody else, nor others that go on speaking of that person. Within a sentence none counts that has such a person in it or in one of
 * the two before, that says what clinicians do, or where both sexes are spoken of.
 */
export function patientPronouns(sentences: readonly PlacedSentence[]): readonly Pronoun[] {
  const pronouns: Pronoun[] = [];
  let other = false;
  let sinceOther = Infinity;
  for (const { sentence, start } of sentences) {
    const found = pronounsOf(sentence);
    const namesOther = hasWord(sentence, 'somebody-else');
    const [first] = found;
    const opens = first !== undefined && opensSentence(sentence, first.at);
    sinceOther = namesOther ? 0 : sinceOther + 1;
    const isPatients = ({ at }: Found): boolean => {
      if (opens && at === first.at) return !other && !hasWord(sentence, 'somebody-else', 0, at);
      if (isTeller(sentence, at)) return true;
      return (sinceOther > NEAR || (sinceOther === 0 && !other && namesRelativeOnly(sentence, at))) && !isClinicians(sentence, at);
    };
    const taken = isOfOne(found) ? found.filter(isPatients) : [];
    // One finding a sentence: the others are the same slip.
    for (const { at, sex } of taken.slice(0, 1)) pronouns.push({ sex, span: shift(placeOf(sentence.tokens, at, at + 1), start) });
    // As long as sentences open with pronouns they may go on speaking of the person named before.
    other = namesOther || (other && opens && !hasWord(sentence, 'patient'));
  }
  return pronouns;
}

/** So many sentences behind one about somebody else a pronoun may still be that person's. */
const NEAR = 2;

/** "He told the psychologist that he slept five hours": who tells a clinician of himself. */
function isTeller(sentence: Sentence, at: number): boolean {
  const { keys } = sentence.tokens;
  const that = keys.indexOf('that', at);
  return TELLS.has(keys[at + 1] ?? '') && that > at && that <= at + 6 && keys[that + 1] === keys[at] && hasWord(sentence, 'somebody-else', at + 2, that);
}

const TELLS: ReadonlySet<string> = new Set(['told', 'tells', 'informed', 'informs', 'assured', 'complained']);

/** "His wife reports snoring", "told her surgeon": the one other person is the patient's own. */
function namesRelativeOnly(sentence: Sentence, at: number): boolean {
  return (hasWord(sentence, 'family-member', at + 1, at + 2) || hasWord(sentence, 'somebody-else', at + 1, at + 2)) && !hasWord(sentence, 'somebody-else', 0, at) && !hasWord(sentence, 'somebody-else', at + 2);
}

/** "(He, 2004)" is an author. */
const pronounsOf = keptBy(({ tokens: { keys } }: Sentence): readonly Found[] => {
  return keys.flatMap((key, at) => {
    const sex = keys[at - 1] === '(' && keys[at + 1] === ',' ? undefined : PRONOUNS.get(key);
    return sex ? [{ at, sex }] : [];
  });
});

/** "He/she" and "his or her" are nobody's in particular, and "he feels her wrist" speaks of two. */
function isOfOne(found: readonly Found[]): boolean {
  return found.every(({ sex }) => sex === found[0]?.sex);
}

/** At the beginning, also behind "However," and "At the last visit,". */
function opensSentence({ tokens }: Sentence, at: number): boolean {
  if (at === 0) return true;
  return at <= 5 && tokens.keys[at - 1] === ',' && tokens.keys.slice(0, at - 1).every((key) => /^[a-z]+$/.test(key));
}

/** "He advised a cane": who that is no word says. */
function isClinicians(sentence: Sentence, at: number): boolean {
  return hasWord(sentence, 'clinician-act', at + 1, Math.min(sentence.tokens.count, at + 5));
}
