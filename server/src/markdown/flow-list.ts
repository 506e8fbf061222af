import type { Found } from './found.ts';
import { mayBeginOther, standsAlone } from './line-marks.ts';
import { listBlock } from './new-block.ts';
import { endOfLine, isBlankLine, nextLine } from './source-lines.ts';

/** A bullet, or a number with its delimiter, one space, and then words. */
const MARK = /(?:[-+*]|\d{1,9}([.)])) (?=[^\s#])/y;

/**
 * A list as letters have them, of documents reviewed or of diagnoses: each item is one line of plain words that starts at the line's
 * start, and what comes behind blank lines can't go on with it. Null for any other, for remark to decide.
 */
export function readPlainList(text: string, at: number, definitions: readonly string[]): Found | null {
  const kind = markAt(text, at)?.kind;
  for (let line = at; ;) {
    const mark = markAt(text, line);
    if (mark === null || mark.kind !== kind || mayBeginOther(text, mark.end, true)) return null;
    const end = endOfLine(text, mark.end);
    if (' \t'.includes(text.charAt(end - 1))) return null;
    line = nextLine(text, end);
    if (line < text.length && !isBlankLine(text, line)) continue;
    if (!isLast(text, line)) return null;
    return { blocks: [{ start: at, block: listBlock(text.slice(at, end), definitions) }], next: line };
  }
}

/** The mark of the item on a line; those of one list are of one kind. */
function markAt(text: string, line: number): { readonly kind: string; readonly end: number } | null {
  MARK.lastIndex = line;
  const mark = MARK.exec(text);
  return mark && { kind: mark[1] ?? mark[0], end: MARK.lastIndex };
}

/** Whether no line behind the blank ones from `blank` on might belong to the list. */
function isLast(text: string, blank: number): boolean {
  let line = blank;
  while (line < text.length && isBlankLine(text, line)) line = nextLine(text, line);
  return line >= text.length || standsAlone(text, line);
}
