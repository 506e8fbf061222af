import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { remember } from '../../markdown/remember.ts';
import { findAlternatives } from '../../vocabulary/alternatives.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { isGeneralName, isOneThing, sameName } from '../../vocabulary/kin.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { regionsNamed } from '../../vocabulary/regions.ts';
import { findSides } from '../../vocabulary/sides.ts';
import type { Perioperative, Treatment } from '../../vocabulary/treatments.ts';

/**
 * What a title asks for in one way of writing, so that two titles that ask for the same in other words are alike: drugs by their generic
 * names, treatments by their ids, then parts of the body, sides, ways, numbers, and every word that is left. Null for a title of which no
 * vocabulary knows a thing.
 */
export const requestKey = remember((title): string | null => {
  const sentence = readSentence(title);
  const drugs = mentionsOf<Drug>(sentence, 'drug').map(({ value }) => value.generic);
  const treatments = mentionsOf<Treatment>(sentence, 'treatment');
  const things = treatments.map(({ value }) => value).filter((each) => !isPlainForm(each));
  if (drugs.length + things.length === 0 || things.some((each) => !isOneThing(each) && !isGeneralName(each))) return null;
  const around = mentionsOf<Perioperative>(sentence, 'perioperative').map(({ value }) => value);
  const parts = [drugs, things.map(sameName), around, partsOf(title, treatments.map(({ value }) => value)), findSides(title).map(({ value }) => value),
    findAlternatives(title).map(({ value: { way } }) => way), numbersOf(title), drugs.length > 0 ? releasesOf(sentence) : [], looseWords(sentence)];
  return parts.map((each) => [...new Set(each)].sort().join(' ')).join('; ');
});

/** "Brace" of an LSO, "injection" of a drug: what says no more than the name beside it. */
function isPlainForm(treatment: Treatment): boolean {
  return isGeneralName(treatment) && (treatment.kind === 'dme' || treatment.kind === 'injection');
}

/** "ER", "OxyContin": the same drug set free over another time is another request. */
function releasesOf({ tokens, found }: Sentence): readonly string[] {
  return tokens.keys.filter((_, at) => phraseAt(found, 'release-form', at));
}

/** The parts of the body, with those that a treatment's name says: the neck of an ACDF. */
function partsOf(title: string, treatments: readonly Treatment[]): readonly string[] {
  return [...regionsNamed(title), ...treatments.flatMap(({ regions = [] }) => regions)];
}

/** Every number, in digits: the two and the six of "2x6" and of "two times a week for six weeks". */
function numbersOf(title: string): readonly string[] {
  const numbers: string[] = [];
  for (let at = 0; at < title.length;) {
    const amount = readAmount(title, at);
    const often = amount ? null : OFTEN.find(([word]) => title.slice(at, at + word.length).toLowerCase() === word);
    if (amount) numbers.push(...amount.values.map(String));
    if (often) numbers.push(often[1]);
    at = amount ? amount.end : afterWord(title, at);
  }
  return numbers;
}

const OFTEN: readonly (readonly [string, string])[] = [['twice ', '2'], ['thrice ', '3']];

/** Where a word with letters ends a digit may begin another number, as in "2x6". */
function afterWord(title: string, at: number): number {
  let end = at + 1;
  while (end < title.length && isLetter(title, end) && isLetter(title, end - 1)) end++;
  return end;
}

function isLetter(text: string, at: number): boolean {
  return /[a-z]/i.test(text[at] ?? '');
}

/** The words outside of every mention, but for those that a request may have or not. */
function looseWords(sentence: Sentence): readonly string[] {
  const { tokens, found: { mentions } } = sentence;
  return tokens.keys.filter((key, at) => tokens.kinds[at] === 'word' && /^[a-z]+$/.test(key) && readAmount(key, 0) === null
    && !mentions.some(({ kind, from, to }) => kind !== 'finding' && from <= at && at < to)
    && !hasWord(sentence, 'in-any-title', at, at + 1) && !findSides(key).length);
}
