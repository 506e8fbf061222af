/** What a single line says about the block that begins on it. `line` is where the line starts, `words` where its indentation ends. */
import { indentWidth, isLineEnd } from './source-lines.ts';

const HEADING_MARK = /#{1,6}(?=[ \t\r\n]|$)/y;

/** Whether the line is a heading of the kind `## Title`. */
export function isHeadingMark(text: string, line: number, words: number): boolean {
  return text[words] === '#' && matchesAt(HEADING_MARK, text, words) && indentWidth(text, line, words) < 4;
}

/** Whether a comment begins on the line. */
export function isCommentMark(text: string, line: number, words: number): boolean {
  return text.startsWith('<!--', words) && indentWidth(text, line, words) < 4;
}

const OPENING_FENCE = /`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,}/y;

/** The fence that opens on the line, ``` or ~~~ or longer; null if none does. */
export function fenceAt(text: string, line: number, words: number): string | null {
  if (text[words] !== '`' && text[words] !== '~') return null;
  OPENING_FENCE.lastIndex = words;
  const fence = OPENING_FENCE.exec(text)?.[0] ?? null;
  return indentWidth(text, line, words) < 4 ? fence : null;
}

const ORDERED_MARKER = /\d{1,9}[.)](?=[ \t\r\n]|$)/y;
const EMPHASIS = /(?:\*+|_+)[^\s*_]/y;
const FENCE = /`{3}|~{3}/y;

/** Whether a line, from its first visible character, might begin a block of another kind than a paragraph. Errs to yes. */
export function mayBeginOther(text: string, words: number, first: boolean): boolean {
  switch (text.charAt(words)) {
    case '>': case '<': case '-': case '+':
      return true;
    case '=':
      return !first;
    case '*': case '_':
      return !matchesAt(EMPHASIS, text, words);
    case '`': case '~':
      return matchesAt(FENCE, text, words);
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      return matchesAt(ORDERED_MARKER, text, words);
    default:
      return false;
  }
}

const LIST_MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;

/**
 * Whether the line at `at`, after a blank one, is a fresh place whatever stands before, and lets it end where it would
 * before any other such line. Three things stand in the way, some of it remark's own:
 * - a line that is set in or begins a list might continue a list (and code right behind a list ends earlier at times);
 * - indented code is open until something else has begun, which a list that counts from 2, say, or an HTML tag of no
 *   known name may not interrupt;
 * - code in a list ends a line earlier or later where a quote or list comes next.
 */
export function standsAlone(text: string, at: number): boolean {
  if (isLineEnd(text, at) || ' \t<>'.includes(text.charAt(at))) return false;
  return !matchesAt(LIST_MARKER, text, at);
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
