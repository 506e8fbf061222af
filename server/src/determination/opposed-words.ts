import { assertionOf } from '../language/assertion.ts';
import { partAround } from '../language/clauses.ts';
import type { Sentence } from '../language/sentence.ts';
import { keptBy } from '../markdown/kept-by.ts';
import type { Span } from '../markdown/span.ts';
import opposites from '../vocabulary/opposites.json' with { type: 'json' };
import type { Prose } from './model.ts';
import { isPlain, PARTS } from './placed-words.ts';
import { allSentences, foundIn, ownSentences, placeInProse, type PlacedSentence } from './statements.ts';

/** "The lateral meniscus", "a partial-thickness tear": a word of a pair of opposites, and what it is said of. Span: in the prose's text. */
export interface OpposedWords {
  readonly word: string;
  readonly opposite: string;
  /** The word behind it. */
  readonly of: string;
  /** As both are written. */
  readonly text: string;
  /** A finding of this patient, that nothing denies. */
  readonly plain: boolean;
  readonly span: Span;
}

interface Opposite {
  readonly words: readonly string[];
  readonly word: string;
  readonly opposite: string;
}

/** By their first words. */
const OPPOSITES: ReadonlyMap<string, Opposite> = new Map(opposites.pairs.flatMap(([one = '', other = '']) => (
  [[one, other], [other, one]].map(([word = '', opposite = '']) => [word.split(' ')[0] ?? '', { words: word.split(' '), word, opposite }] as const)
)));

/** What a summary, or a title, says so. Kept with the prose. */
export const opposedInSummary = keptBy((prose: Prose): readonly OpposedWords[] => opposedIn(allSentences(prose)));

/** What a rationale says so in its own words. Kept with the prose. */
export const opposedInRationale = keptBy((prose: Prose): readonly OpposedWords[] => opposedIn(ownSentences(prose)));

function opposedIn(sentences: readonly PlacedSentence[]): readonly OpposedWords[] {
  return foundIn(sentences, readOpposed, ({ from, to, ...read }, placed) => ({ ...read, span: placeInProse(placed, from, to) }));
}

const readOpposed = keptBy((sentence: Sentence) => {
  const { tokens: { keys, kinds, starts, ends }, text } = sentence;
  return keys.flatMap((key, from) => {
    const read = OPPOSITES.get(key);
    const last = from + (read?.words.length ?? 0);
    const of = keys[last] ?? '';
    if (!read || kinds[last] !== 'word' || of.length < SHORTEST || read.words.some((word, i) => keys[from + i] !== word)) return [];
    const to = last + 1;
    const plain = !assertionOf(sentence, from, to).denied && isPlain(sentence, from, ...partAround(sentence, from, PARTS));
    return [{ word: read.word, opposite: read.opposite, of, text: text.slice(starts[from], ends[last]), plain, from, to }];
  });
});

const SHORTEST = 4;
