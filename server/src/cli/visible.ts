/**
 * What a terminal obeys instead of showing it: control characters, of which escape sequences are made (colours, titles, links, the clipboard), and marks that
 * turn the direction of what follows.
 */
const OBEYED = '\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069';
const IN_TEXT = new RegExp(`[${OBEYED}]|\\r(?!\\n)`, 'g');
const IN_LINE = new RegExp(`[${OBEYED}\\t\\n\\r]`, 'g');

/** A text of any number of lines, with control characters as JSON writes them (`\u001b`): what is JSON stays it, and says the same. */
export function visible(text: string): string {
  return text.replace(IN_TEXT, written);
}

/** The same for what must stay in its line: names of files, words of letters and settings. */
export function visibleLine(text: string): string {
  return text.replace(IN_LINE, written);
}

function written(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
