import { span, type Span } from '../markdown/span.ts';

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

const OPEN = /\[\[[^[\]\n]{0,200}\]\]|\{\{[^{}\n]{0,200}\}\}/g;

/** Where placeholders stand in some words. */
export function placeholdersIn(words: string): Span[] {
  if (!words.includes('[[') && !words.includes('{{')) return [];
  return [...words.matchAll(OPEN)].map(({ 0: found, index }) => span(index, index + found.length));
}
