/** Blocks that are told by single lines, whatever is between: headings, fenced and indented code, comments. */
import type { Block } from './block.ts';
import type { Found } from './found.ts';
import { fenceAt, isCommentMark, isHeadingMark, mayBeginOther } from './line-marks.ts';
import { codeBlock, headingBlock, htmlBlock } from './new-block.ts';
import { afterIndent, endOfLine, indentWidth, isLineEnd, nextLine } from './source-lines.ts';

/** Whether a line is set in by four columns or more: code, where it comes at a fresh place. */
export function isSetIn(text: string, line: number): boolean {
  return indentWidth(text, line, afterIndent(text, line)) >= 4;
}

/** `## Title` on one line. */
export function readHeading(text: string, at: number, definitions: readonly string[]): Found | null {
  const start = afterIndent(text, at);
  if (!isHeadingMark(text, at, start)) return null;
  let depth = 1;
  while (text[start + depth] === '#') depth++;
  const end = endOfLine(text, start);
  return one(text, start, headingBlock(text.slice(start, end), depth, definitions));
}

/** Lines set in by four columns or more, with blank lines between. Null where what follows might not be fresh: see `standsAlone`. */
export function readIndentedCode(text: string, at: number): Found | null {
  let end = at;
  for (let line = at; line < text.length; line = nextLine(text, line)) {
    const words = afterIndent(text, line);
    if (isSetIn(text, line)) end = endOfLine(text, line);
    else if (!isLineEnd(text, words)) {
      if (mayBeginOther(text, words, true)) return null;
      break;
    }
  }
  return one(text, at, codeBlock(text.slice(at, end), '', true));
}

/** Code between ``` or ~~~; without a closing fence it goes to the end of the text. */
export function readFencedCode(text: string, at: number): Found | null {
  const start = afterIndent(text, at);
  const fence = fenceAt(text, at, start);
  if (fence === null) return null;
  let line = nextLine(text, start);
  while (line < text.length && !isClosingFence(text, line, fence)) line = nextLine(text, line);
  const end = endOfLine(text, line);
  return one(text, start, codeBlock(text.slice(start, end), text.slice(at, start), false));
}

/** `<!-- … -->`, to the end of the line where it ends; an open one goes to the end of the text. Starts with its white space. */
export function readComment(text: string, at: number): Found | null {
  const start = afterIndent(text, at);
  if (!isCommentMark(text, at, start)) return null;
  const close = text.indexOf('-->', start + 2);
  const end = close < 0 ? text.length : endOfLine(text, close);
  return one(text, at, htmlBlock(text.slice(at, end)));
}

function isClosingFence(text: string, line: number, fence: string): boolean {
  const words = afterIndent(text, line);
  if (!text.startsWith(fence, words) || indentWidth(text, line, words) >= 4) return false;
  let after = words + fence.length;
  while (text[after] === fence[0]) after++;
  return isLineEnd(text, afterIndent(text, after));
}

function one(text: string, start: number, block: Block): Found {
  return { blocks: [{ start, block }], next: nextLine(text, start + block.text.length) };
}
