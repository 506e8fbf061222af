import type { Prose } from '../../determination/model.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { splitSentences } from '../../determination/sentences.ts';
import { remember } from '../../markdown/remember.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { keptBy } from '../engine/own-words.ts';

/** A sentence, and where it begins in its prose's text. */
export interface Sentence {
  readonly words: string;
  readonly start: number;
}

/** The sentences of some prose with the words of quotations blanked out: those that the letter says itself. */
export const ownSentences = keptBy(({ text }: Prose): readonly Sentence[] => {
  const own = withoutQuotations(text);
  return splitSentences(own).map(({ start, end }) => ({ words: own.slice(start, end), start }));
});

/**
 * Finds things in the sentences that the letter says itself, each sentence looked at alone. What is found in one is kept by its words,
 * so that typing in a long rationale costs one sentence. Spans count in the prose's text.
 */
export function inSentences<Found extends { readonly span: Span }>(find: (words: string) => readonly Found[]): (prose: Prose) => readonly Found[] {
  const findIn = remember(find);
  return keptBy((prose: Prose) => ownSentences(prose).flatMap(({ words, start }) => {
    const found = findIn(words);
    return found.length === 0 ? [] : found.map((each) => ({ ...each, span: shift(each.span, start) }));
  }));
}
