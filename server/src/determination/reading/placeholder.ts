import { span, type Span } from '../../markdown/span.ts';

// What a template leaves to be filled in: `[[date]]`.
const ALONE = /^\[\[[^[\]\n]*\]\]\.?$/;
const LAST = /\[\[[^[\]\n]*\]\]$/;

/** The words are one placeholder: nothing was written yet. */
export function isPlaceholder(words: string): boolean {
  return ALONE.test(words);
}

/** Where the placeholder begins that the words end in, as they do for a cursor that a tab stop has put behind one; null where they don't. */
export function lastPlaceholder(words: string): number | null {
  return LAST.exec(words)?.index ?? null;
}

/** A blank of our own templates, "[[date]]", and one of other programs, "{{date}}". */
export const BLANK = /\[\[[^[\]\n]{0,200}\]\]/g;
export const BLANK_IN_BRACES = /\{\{[^{}\n]{0,200}\}\}/g;

/** Where placeholders of either kind stand in some words. */
export function placeholdersIn(words: string): Span[] {
  const found = [...(words.includes('[[') ? words.matchAll(BLANK) : []), ...(words.includes('{{') ? words.matchAll(BLANK_IN_BRACES) : [])];
  return found.map(({ 0: blank, index }) => span(index, index + blank.length));
}
