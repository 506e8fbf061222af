import type { Found } from './found.ts';
import { fenceAt, isCommentMark, isHeadingMark, mayBeginOther } from './line-marks.ts';
import { paragraphBlock } from './new-block.ts';
import { afterIndent, endOfLine, isLineEnd, nextLine } from './source-lines.ts';

/**
 * A paragraph none of whose lines could begin or be anything else (list, quote, HTML, fence, rule, setext underline,
 * link definition); null where one might, for remark to decide.
 */
export function readParagraph(text: string, at: number, definitions: readonly string[]): Found | null {
  const start = afterIndent(text, at);
  if (mayBeDefinition(text, start)) return null;
  let words = start;
  for (;;) {
    if (mayBeginOther(text, words, words === start)) return null;
    const end = endOfLine(text, words);
    const line = nextLine(text, end);
    words = afterIndent(text, line);
    if (isLineEnd(text, words) || endsParagraph(text, line, words)) {
      return { blocks: [{ start, block: paragraphBlock(text.slice(start, end), definitions) }], next: line };
    }
  }
}

/** Whether a line ends the paragraph before it without a blank line. (Others do too: those are for remark.) */
function endsParagraph(text: string, line: number, words: number): boolean {
  return isHeadingMark(text, line, words) || isCommentMark(text, line, words) || fenceAt(text, line, words) !== null;
}

/** A label can't hold `[`, so the `[[placeholder]]` of a draft is none. */
function mayBeDefinition(text: string, start: number): boolean {
  return text[start] === '[' && text[start + 1] !== '[';
}
