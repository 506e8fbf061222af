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

/** How many placeholders stand in some words. */
export function countPlaceholders(words: string): number {
  if (!words.includes('[[') && !words.includes('{{')) return 0;
  return words.match(OPEN)?.length ?? 0;
}
