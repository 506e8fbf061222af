import type { Position, Range } from 'vscode-languageserver-types';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { lineEnd, offsetAt, positionAt, type LineIndex } from '../markdown/line-index.ts';
import { span, type Span } from '../markdown/span.ts';
import type { Letter } from './letter.ts';

/** A place in a letter and the line it stands on. Offsets of the document. */
export interface Cursor {
  readonly offset: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  /** The words of the line on either side. */
  readonly before: string;
  readonly after: string;
  /** The item that the place belongs to; null in front of the first one and behind the last. */
  readonly item: DisputedItem | null;
}

/** A position outside the text means the nearest that is there. */
export function cursorAt({ lines, determination }: Letter, position: Position): Cursor {
  const offset = offsetAt(lines, position);
  const { line } = positionAt(lines, offset);
  const start = lines.starts[line] ?? 0;
  const end = lineEnd(lines, line);
  return {
    offset, lineStart: start, lineEnd: end,
    before: lines.text.slice(start, offset), after: lines.text.slice(offset, end), item: itemAt(determination, offset),
  };
}

/** The item whose heading or text holds the offset; the end of the last item still belongs to it. */
export function itemAt({ items }: Determination, offset: number): DisputedItem | null {
  const item = items.findLast(({ start }) => start <= offset);
  return item && offset <= item.end ? item : null;
}

export function itemByNumber({ items }: Determination, number: number): DisputedItem | null {
  return items[number - 1] ?? null;
}

export function rangeOf(lines: LineIndex, place: Span): Range {
  return { start: positionAt(lines, place.start), end: positionAt(lines, place.end) };
}

/** The item without the blank lines behind it. */
export function wordsOf({ lines }: Letter, { start, end }: Span): Span {
  return span(start, start + lines.text.slice(start, end).trimEnd().length);
}
