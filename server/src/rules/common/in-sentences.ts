import type { Prose } from '../../determination/model.ts';
import { inEach, ownSentences } from '../../determination/statements.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';

/** Finds things in the words of each sentence that the letter says itself. Spans: those that `find` gives count in the sentence, those of the answer in the prose. */
export function inSentences<Found extends { readonly span: Span }>(find: (words: string) => readonly Found[]): (prose: Prose) => readonly Found[] {
  const findIn = inEach(({ text }) => find(text));
  return keptBy((prose: Prose) => findIn(ownSentences(prose)));
}
