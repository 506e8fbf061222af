/**
 * Finds the top-level blocks of Markdown. Most of a letter is plain lines, headings, simple lists, comments and pasted code, which
 * are told by their lines alone; whatever else comes goes to remark in stretches that depend on nothing around them.
 *
 * All functions read at a *fresh* place: the start of a line that isn't blank, where no block is open that the line could
 * continue. What stands before such a place has no say in what follows, link definitions apart.
 */
import type { Found } from './found.ts';
import { isSetIn, readComment, readFencedCode, readHeading, readIndentedCode } from './flow-lines.ts';
import { readPlainList } from './flow-list.ts';
import { readParagraph } from './flow-paragraph.ts';
import { standsAlone } from './line-marks.ts';
import { blockOfNode, unparsedBlock } from './new-block.ts';
import { endOf, readMarkdown, startOf } from './remark.ts';
import { afterIndent, isBlankLine, nextLine } from './source-lines.ts';

/** The blocks that begin at a fresh place. */
export function readBlocks(text: string, at: number, definitions: readonly string[]): Found {
  return readByLines(text, at, definitions) ?? readStretch(text, at, definitions);
}

function readByLines(text: string, at: number, definitions: readonly string[]): Found | null {
  if (isSetIn(text, at)) return readIndentedCode(text, at);
  return readHeading(text, at, definitions) ?? readFencedCode(text, at) ?? readComment(text, at)
    ?? readParagraph(text, at, definitions) ?? readPlainList(text, at, definitions);
}

/** Reads up to the first fresh place behind. Where that isn't the next one that looks so, twice as much is tried. */
function readStretch(text: string, at: number, definitions: readonly string[]): Found {
  for (let end = nextCandidate(text, at); ; end = nextCandidate(text, at + 2 * (end - at))) {
    if (isTooMuch(text.slice(at, end))) return unparsed(text, at, end);
    const nodes = readIfClosed(text, at, end, definitions);
    if (!nodes) continue;
    const blocks = nodes.map((node) => {
      const start = at + startOf(node);
      return { start, block: blockOfNode(node, text.slice(start, at + endOf(node))) };
    });
    return { blocks, next: end };
  }
}

/** No list, quotation or table of a letter is as long; remark takes more time than the text grows, and its stack ends. */
const LONGEST = 50_000;
/** Lists and quotations within each other, by their marks on one line, or by how far a list is set in. */
const DEEP = /^(?:(?:[ \t]{0,3}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){50}|[ \t]{200,}(?:[-+*]|\d{1,9}[.)])[ \t])/m;

function isTooMuch(slice: string): boolean {
  return slice.length > LONGEST || DEEP.test(slice);
}

/** All that was looked at is one block of plain words: so nothing behind it has a say in it. */
function unparsed(text: string, at: number, end: number): Found {
  const start = afterIndent(text, at);
  return { blocks: [{ start, block: unparsedBlock(text.slice(start, end).trimEnd()) }], next: end };
}

/** The first line after a blank line, behind `from`, that stands alone; the text's end where there is none. */
function nextCandidate(text: string, from: number): number {
  let blankBefore = false;
  for (let line = nextLine(text, from); line < text.length; line = nextLine(text, line)) {
    if (blankBefore && standsAlone(text, line)) return line;
    blankBefore = isBlankLine(text, line);
  }
  return text.length;
}

/** The nodes of text[at, end), or null if a block is still open there: a word put at the end would then be part of it. */
function readIfClosed(text: string, at: number, end: number, definitions: readonly string[]) {
  const slice = text.slice(at, end);
  if (end === text.length) return readMarkdown(slice, definitions);
  const nodes = readMarkdown(`${slice}x`, definitions);
  const probe = nodes.pop();
  return probe && startOf(probe) === slice.length ? nodes : null;
}
