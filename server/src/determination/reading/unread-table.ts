import type { PlacedBlock } from '../../markdown/block.ts';
import { span, type Span } from '../../markdown/span.ts';
import { readDecisionBehind } from './title-line.ts';
import type { Wordings } from './wordings.ts';

/** What stands between the cells of a table that is no Markdown: the tags of an HTML one, and the tabs of one that was pasted out of another program. */
const HTML_CELL = /<\/?t[dhr]\b[^<>]{0,200}>/i;
const TAB = /\t/;
/** A longer cell is no decision. */
const LONGEST = 24;

/**
 * The first row with a decision of a table that is written in HTML or with tabs, in offsets of the document; null where there is none. Such a table
 * isn't read: a letter whose items stand in one has no items.
 */
export function readUnreadTable(blocks: readonly PlacedBlock[], wordings: Wordings): Span | null {
  for (const { block: { type, text }, start } of blocks) {
    if (type !== 'html' && type !== 'paragraph') continue;
    const row = decidingRow(text, type === 'html' ? HTML_CELL : TAB, wordings);
    if (row) return span(start + row.start, start + row.end);
  }
  return null;
}

/** The first line that has a cell which is a decision, and cells beside it. */
function decidingRow(text: string, border: RegExp, wordings: Wordings): Span | null {
  if (!border.test(text)) return null;
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = line.split(border).map((cell) => cell.trim()).filter((cell) => cell !== '');
    const decides = cells.length > 1 && cells.some((cell) => cell.length < LONGEST && readDecisionBehind(cell, 0, wordings)?.value);
    if (decides) return span(start, start + line.trimEnd().length);
    start += line.length + 1;
  }
  return null;
}
