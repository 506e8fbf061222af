import type { Prose } from '../../determination/model.ts';
import { inEach, ownSentences } from '../../determination/statements.ts';
import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';

/** Finds things in each sentence that the letter says itself. Spans: those that `find` gives count in the sentence, those of the answer in the prose. */
export function inSentences<Found extends { readonly span: Span }>(find: (sentence: Sentence) => readonly Found[]): (prose: Prose) => readonly Found[] {
  const findIn = inEach(find);
  return keptBy((prose: Prose) => findIn(ownSentences(prose)));
}
