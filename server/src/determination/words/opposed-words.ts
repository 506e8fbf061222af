import { assertionOf } from '../../language/assertion.ts';
import { partAround } from '../../language/clauses.ts';
import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import opposites from '../../vocabulary/opposites.json' with { type: 'json' };
import type { Prose } from '../model.ts';
import { isPlain, PARTS } from './placed-words.ts';
import { allSentences, foundIn, ownSentences, placeInProse, type PlacedSentence } from '../statements.ts';

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
const OPPOSITES: ReadonlyMap<string, readonly Opposite[]> = byFirstWord();

function byFirstWord(): Map<string, Opposite[]> {
  const byFirst = new Map<string, Opposite[]>();
  for (const [word = '', opposite = ''] of opposites.pairs.flatMap(([one = '', other = '']) => [[one, other], [other, one]])) {
    const words = word.split(' ');
    const known = byFirst.get(words[0] ?? '');
    if (known) known.push({ words, word, opposite });
    else byFirst.set(words[0] ?? '', [{ words, word, opposite }]);
  }
  return byFirst;
}

/** What a summary, or a title, says so. Kept with the prose. */
export const opposedInSummary = keptBy((prose: Prose): readonly OpposedWords[] => opposedIn(allSentences(prose)));

/** What a rationale says so in its own words. Kept with the prose. */
export const opposedInRationale = keptBy((prose: Prose): readonly OpposedWords[] => opposedIn(ownSentences(prose)));

function opposedIn(sentences: readonly PlacedSentence[]): readonly OpposedWords[] {
  return foundIn(sentences, readOpposed, ({ from, to, ...read }, placed) => ({ ...read, span: placeInProse(placed, from, to) }));
}

const readOpposed = keptBy((sentence: Sentence) => {
  const { tokens: { keys, kinds, starts, ends }, text } = sentence;
  return keys.flatMap((key, from) => (OPPOSITES.get(key) ?? NONE).filter(({ words }) => words.every((word, i) => keys[from + i] === word)).flatMap((read) => {
    const last = from + read.words.length;
    const plain = !assertionOf(sentence, from, last).denied && isPlain(sentence, from, ...partAround(sentence, from, PARTS));
    // "A full-thickness supraspinatus tear" is a tear of full thickness.
    return [last, last + 1].filter((at) => kinds[at] === 'word' && kinds[last] === 'word' && (keys[at] ?? '').length >= SHORTEST).map((at) => (
      { word: read.word, opposite: read.opposite, of: keys[at] ?? '', text: text.slice(starts[from], ends[at]), plain, from, to: at + 1 }
    ));
  }));
});

const NONE: readonly never[] = [];
const SHORTEST = 4;
