import type { Prose } from '../../determination/model.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { splitSentences } from '../../determination/sentences.ts';
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

/** So many sentences are remembered by each that looks for something; those of the letter that is being written are among them. */
const REMEMBERED = 2000;

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

/** Remembers what was read out of the latest texts. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  let latest = new Map<string, T>();
  let earlier = new Map<string, T>();
  return (text) => {
    let known = latest.get(text) ?? earlier.get(text);
    if (known === undefined) known = read(text);
    else if (latest.has(text)) return known;
    if (latest.size >= REMEMBERED) [earlier, latest] = [latest, new Map<string, T>()];
    latest.set(text, known);
    return known;
  };
}
