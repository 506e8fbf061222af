import type { Found } from './found.ts';
import { paragraphBlock } from './new-block.ts';
import { afterIndent, endOfLine, indentWidth, isLineEnd, nextLine } from './source-lines.ts';

/**
 * A paragraph none of whose lines could begin or be anything else (list, quote, HTML, fence, rule, setext underline,
 * link definition); null where one might, for remark to decide.
 */
export function readParagraph(text: string, at: number, definitions: readonly string[]): Found | null {
  const start = afterIndent(text, at);
  if (mayBeDefinition(text, start)) return null;
  for (let line = at, words = start; ;) {
    if (mayBeginOther(text, words, words === start)) return null;
    const end = endOfLine(text, words);
    line = nextLine(text, end);
    words = afterIndent(text, line);
    if (isLineEnd(text, words) || isHeadingMark(text, line, words)) {
      return { blocks: [{ start, block: paragraphBlock(text.slice(start, end), definitions) }], next: line };
    }
  }
}

const HEADING_MARK = /#{1,6}(?=[ \t\r\n]|$)/y;

/** Whether the line is a heading of the kind `## Title`. `words` is where its indentation ends. */
export function isHeadingMark(text: string, line: number, words: number): boolean {
  return text[words] === '#' && matchesAt(HEADING_MARK, text, words) && indentWidth(text, line, words) < 4;
}

/** A label can't hold `[`, so the `[[placeholder]]` of a draft is none. */
function mayBeDefinition(text: string, start: number): boolean {
  return text[start] === '[' && text[start + 1] !== '[';
}

const ORDERED_MARKER = /\d{1,9}[.)](?=[ \t\r\n]|$)/y;
const EMPHASIS = /(?:\*+|_+)[^\s*_]/y;
const FENCE = /`{3}|~{3}/y;

/** Whether a line, from its first visible character, might begin a block of another kind than a paragraph. Errs to yes. */
export function mayBeginOther(text: string, words: number, first: boolean): boolean {
  switch (text[words]) {
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

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
