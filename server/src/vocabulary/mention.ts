import type { Span } from '../markdown/span.ts';

/** Something found in a text. `text` is the text's own words: `source.slice(span.start, span.end) === text`. */
export interface Mention<T> {
  readonly value: T;
  readonly text: string;
  readonly span: Span;
}

export function mention<T>(value: T, source: string, start: number, end: number): Mention<T> {
  return { value, text: source.slice(start, end), span: { start, end } };
}
