import { keptBy } from '../../markdown/kept-by.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import type { RegionGroup, RegionId } from '../../vocabulary/regions.ts';
import type { Perioperative, Treatment } from '../../vocabulary/treatments.ts';
import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';

/** What words ask for or speak of: those of a title, or those by which a rationale names another request. */
export interface RequestWords {
  readonly treatments: readonly Treatment[];
  readonly drugs: readonly Drug[];
  readonly regions: readonly RegionId[];
  /** "Post-op", "assistant surgeon", "anesthesia for": what the words are around an operation. */
  readonly perioperative: readonly Perioperative[];
  /** They name an operation by a general word: "the surgery", "the primary procedure". */
  readonly operation: boolean;
  readonly words: ReadonlySet<string>;
}

/** Reads words, or only tokens `from` up to `to` of them. */
export function requestWords(sentence: Sentence, from = 0, to = sentence.tokens.count): RequestWords {
  return from === 0 && to === sentence.tokens.count ? wordsOfAll(sentence) : wordsWithin(sentence, from, to);
}

const wordsOfAll = keptBy((sentence: Sentence) => wordsWithin(sentence, 0, sentence.tokens.count));

function wordsWithin(sentence: Sentence, from: number, to: number): RequestWords {
  const treatments = mentionsOf<Treatment>(sentence, 'treatment', from, to).map(({ value }) => value);
  return {
    treatments,
    drugs: mentionsOf<Drug>(sentence, 'drug', from, to).map(({ value }) => value),
    regions: mentionsOf<RegionId | RegionGroup>(sentence, 'region', from, to).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    perioperative: mentionsOf<Perioperative>(sentence, 'perioperative', from, to).map(({ value }) => value),
    operation: hasWord(sentence, 'operation', from, to) || hasWord(sentence, 'operation-sign', from, to) || treatments.some(({ id }) => id === 'surgery'),
    words: contentWords(sentence, from, to),
  };
}

/** The words that say something: no numbers, and none that every title has. */
function contentWords({ tokens, found }: Sentence, from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = from; at < to; at++) {
    const key = tokens.keys[at] ?? '';
    if (tokens.kinds[at] === 'word' && key.length > 1 && !phraseAt(found, 'says-nothing', at)) words.add(key);
  }
  return words;
}

/** The words of a title. */
export function wordsOfTitle(title: string): RequestWords {
  return requestWords(readSentence(title));
}

/** "Installation of X": the words for X; null for a title that asks for a thing of its own. */
export function partOfTitle(title: string): string | null {
  const sentence = readSentence(title);
  const part = statementsOf(sentence, 'dependence').find(({ says }) => says['parent'] === 'whole')?.slots['of'];
  return part ? title.slice(part.span.start) : null;
}

/** It asks for an operation, and not for something around one. */
export function asksForOperation({ treatments, perioperative }: RequestWords): boolean {
  return perioperative.length === 0 && treatments.some(({ kind }) => kind === 'surgery');
}

/** Whether words may mean what a title asks for: the same drug, the same treatment, or nothing but words of the title. */
export function mayMean(words: RequestWords, title: RequestWords): boolean {
  if (words.drugs.length > 0) return words.drugs.some((drug) => title.drugs.includes(drug));
  if (words.treatments.some(({ id }) => id !== 'surgery')) {
    return words.treatments.some((treatment) => title.treatments.some((asked) => sameTreatment(treatment, asked)) || title.drugs.some((drug) => isOfClass(drug, treatment)));
  }
  return words.words.size > 0 && [...words.words].every((word) => title.words.has(word));
}

/** "The opioids" are the oxycodone of another item. */
function isOfClass(drug: Drug, { id, kind }: Treatment): boolean {
  return kind === 'medication-class' && (drug.class === id || (id === 'opioid' && drug.opioid === true));
}

/** Whether words name what a title asks for outright: the same drug, the very same treatment, or nothing but words of the title. */
export function names(words: RequestWords, title: RequestWords): boolean {
  if (words.drugs.length > 0 || words.treatments.every(({ id }) => id === 'surgery')) return mayMean(words, title);
  return words.treatments.some(({ id }) => id !== 'surgery' && title.treatments.some((asked) => asked.id === id));
}

/** Whether what is said of one place, by its regions, sides or parts, can be said of the other; where one says nothing of them, nothing speaks against it. */
export function placesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((region) => b.includes(region));
}

/** "The arthroscopy" may be the meniscectomy, "the fusion" the lumbar fusion: a general word for an operation of the same kind. */
function sameTreatment(said: Treatment, asked: Treatment): boolean {
  if (said.id === asked.id) return true;
  if (said.kind !== 'surgery' || asked.kind !== 'surgery') return said.kind === asked.kind && (GENERAL.has(said.id) || GENERAL.has(asked.id));
  return GENERAL.has(said.id) || GENERAL.has(asked.id) || asked.name.toLowerCase().includes(said.name.toLowerCase()) || lastWord(said.name) === lastWord(asked.name);
}

/** "The fusion" is a spinal fusion and the lumbar fusion; where they are of different parts of the body, those say so. */
function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

/** Treatments whose name says only what sort of thing they are. */
const GENERAL: ReadonlySet<string> = new Set(['surgery', 'arthroscopy', 'repair', 'release', 'replacement', 'reconstruction', 'excision', 'debridement', 'decompression', 'injection']);
