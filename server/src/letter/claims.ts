import type { Span } from '../markdown/span.ts';

/** Which place in the draft each character of the published text goes to. The first claim on a character counts. */
export interface Claims {
  claim(words: Span, place: string): void;
  /** The place that claimed the character; null where nothing did. */
  ownerOf(offset: number): string | null;
}

/** The place of words that the draft says in its own way: the facts of the table, and their labels. */
export const HEAD = 'head';

export function createClaims(length: number): Claims {
  const owners = new Uint32Array(length);
  const places: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (place: string): number => {
    let number = numbers.get(place);
    if (number === undefined) numbers.set(place, (number = places.push(place)));
    return number;
  };
  return {
    claim(words, place) {
      const number = numberOf(place);
      for (let at = Math.max(0, words.start); at < Math.min(words.end, length); at++) owners[at] ||= number;
    },
    ownerOf: (offset) => places[(owners[offset] ?? 0) - 1] ?? null,
  };
}
