import type { Prose } from '../../determination/model.ts';
import { ownSentences } from '../../determination/statements.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { remember } from '../../markdown/remember.ts';
import { shift, type Span } from '../../markdown/span.ts';

/**
 * Finds things in the sentences that the letter says itself, each sentence looked at alone. What is found in one is kept by its words,
 * so that typing in a long rationale costs one sentence. Spans count in the prose's text.
 */
export function inSentences<Found extends { readonly span: Span }>(find: (words: string) => readonly Found[]): (prose: Prose) => readonly Found[] {
  const findIn = remember(find);
  return keptBy((prose: Prose) => ownSentences(prose).flatMap(({ sentence, start }) => {
    const found = findIn(sentence.text);
    return found.length === 0 ? [] : found.map((each) => ({ ...each, span: shift(each.span, start) }));
  }));
}
