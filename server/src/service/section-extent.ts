import type { Section } from '../determination/model.ts';
import type { Span } from '../markdown/span.ts';
import { wordsOf } from './cursor.ts';
import type { Letter } from './letter.ts';

/** A section from its heading to its last word. The model's span goes up to the words of the next heading, whose marks are none of it. */
export function sectionWords(letter: Letter, { heading, span }: Section): Span {
  const text = letter.lines.text.toString();
  const next = span.end < text.length ? text.lastIndexOf('\n', span.end - 1) + 1 : text.length;
  return wordsOf(letter, { start: span.start, end: Math.max(next, heading.end) });
}
