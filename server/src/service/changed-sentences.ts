import { titleWords } from '../determination/words/title-words.ts';
import type { Span } from '../markdown/span.ts';

/** A sentence of a field and where it stands, counted as whoever asks counts. */
export interface PlacedSentence {
  readonly text: string;
  readonly span: Span;
}

/** A sentence that became another, came or went. */
export interface ChangedSentence {
  readonly before: string | null;
  readonly after: PlacedSentence | null;
}

/** Less in common, and it is another sentence. */
const ENOUGH = 0.5;

/** Which sentences differ between two versions of a field, each told by the one that is most like it. The order of the others doesn't matter. */
export function changedSentences(before: readonly string[], after: readonly PlacedSentence[]): ChangedSentence[] {
  const gone = [...before];
  const fresh = after.filter(({ text }) => {
    const at = gone.indexOf(text);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  const changed = fresh.map((sentence): ChangedSentence => {
    const like = gone.map((text) => likeness(text, sentence.text));
    const most = Math.max(0, ...like);
    const [old = null] = most < ENOUGH ? [] : gone.splice(like.indexOf(most), 1);
    return { before: old, after: sentence };
  });
  return [...changed, ...gone.map((text) => ({ before: text, after: null }))];
}

/** The share of the longer sentence's words that the other has. */
function likeness(one: string, other: string): number {
  const [words, others] = [titleWords(one), titleWords(other)];
  return [...words].filter((word) => others.has(word)).length / Math.max(1, words.size, others.size);
}
