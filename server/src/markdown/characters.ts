// Characters that look like others, or like nothing. Everything here is about single characters; what Markdown makes of them is in markup.ts.

/** White space of any width, the blank apart. Line breaks and tabs are among it. */
const SPACES = '\\t\\n\\v\\f\\r\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
/** Characters that command a terminal, and mean nothing in a text. */
const CONTROLS = '\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F';
/** Those, soft hyphens, joiners, marks of direction, variation selectors, byte order marks: nobody sees them. */
const INVISIBLE = `\\u034F\\uFE00-\\uFE0F\\u180B-\\u180E\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF${CONTROLS}`;
/** Hyphens, the minus sign among them. */
const HYPHENS = '\\u2010\\u2011\\u2043\\u2212\\uFE63\\uFF0D';
/** Ligatures, full-width forms, Roman numerals in one character: Unicode knows what they are composed of. */
const COMPOSED = '\\uFB00-\\uFB06\\uFF01-\\uFF5E\\u2116\\u2160-\\u217F';
/** Marks that stand over the letter before them. */
const COMBINING = '\\u0300-\\u034E\\u0350-\\u036F';

/** The inside of a character class: all that is read as something else. */
export const FOLDED_CHARACTERS = SPACES + INVISIBLE + HYPHENS + COMPOSED + COMBINING;
/** Of them, those that become more characters than one, or none. */
export const CHANGING_LENGTH = INVISIBLE + COMPOSED + COMBINING;

const SPACE = new RegExp(`[${SPACES}]`, 'g');
const WIDE = new RegExp(`[${SPACES.replace('\\t\\n\\v\\f\\r', '\\v\\f')}]`, 'g');
const HYPHEN = new RegExp(`[${HYPHENS}]`, 'g');
const OF_SAME_LENGTH = new RegExp(`[${SPACES}${HYPHENS}]`);
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'g');
const COMMANDS = new RegExp(`[${CONTROLS}\\u202A-\\u202E\\u2066-\\u2069]`, 'g');
const BREAKS = /[\v\f\u0085\u2028\u2029]/g;
const IN_PARTS = new RegExp(`[${COMPOSED}]`, 'g');
const COMBINED = new RegExp(`[${COMBINING}]+`, 'y');

/** The text with a blank for each white space and a hyphen for each hyphen. Every character keeps its place. */
export function withPlainCharacters(text: string): string {
  if (!OF_SAME_LENGTH.test(text)) return text;
  return text.replace(SPACE, ' ').replace(HYPHEN, '-');
}

/** The text with blanks for white space of another width; tabs and line breaks stay, and all keep their places. */
export function withBlanks(text: string): string {
  return text.replace(WIDE, ' ');
}

/** The text without what is a command to a program and no word to a reader: control characters, and marks that turn the direction of what follows. */
export function withoutCommands(text: string): string {
  return text.replace(COMMANDS, '').replace(BREAKS, ' ');
}

/** What a few characters are read as: blanks and hyphens, the letters of a ligature, nothing at all. */
export function readAs(characters: string): string {
  if (characters === '') return '';
  return withPlainCharacters(characters).replace(HIDDEN, '').replace(IN_PARTS, (character) => character.normalize('NFKC'));
}

/** How many combining marks stand at a place. */
export function combiningMarks(text: string, at: number): number {
  COMBINED.lastIndex = at;
  return COMBINED.exec(text)?.[0].length ?? 0;
}
