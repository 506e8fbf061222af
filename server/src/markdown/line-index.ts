import type { TextEdit } from './text-edit.ts';
import { startsLine } from './source-lines.ts';
import type { SourceText } from './source-text.ts';

/** A place in a text as LSP counts: line and character from 0, characters in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text start. Never changes: an edit gives a new index. */
export interface LineIndex {
  readonly text: SourceText;
  /** Offset of each line's first character, ascending; the first is 0. */
  readonly starts: Uint32Array;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let offset = 1; offset <= text.length; offset++) {
    if (startsLine(text, offset)) starts.push(offset);
  }
  return { text, starts: Uint32Array.from(starts) };
}

/**
 * The index after one edit. Looks only at the new words: a line starts at an offset or not by the two
 * characters around it, so only offsets from the edit's start to its new end can change.
 */
export function updateLineIndex(index: LineIndex, edit: TextEdit, newText: SourceText): LineIndex {
  const newEnd = edit.start + edit.newText.length;
  const before = Math.max(0, edit.start - 1);
  const seam = newText.slice(before, Math.min(newEnd + 1, newText.length));
  const added: number[] = [];
  for (let offset = before + 1; offset <= newEnd; offset++) {
    if (startsLine(seam, offset - before)) added.push(offset);
  }
  const kept = Math.max(1, firstAtOrAfter(index.starts, edit.start));
  const resumed = Math.max(kept, firstAtOrAfter(index.starts, edit.end + 1));
  return { text: newText, starts: spliceStarts(index.starts, kept, resumed, added, newEnd - edit.end) };
}

/** The position of an offset; one outside the text is moved into it, one inside a \r\n before it. */
export function positionAt(index: LineIndex, offset: number): LinePosition {
  const inside = Math.min(Math.max(offset, 0), index.text.length);
  const line = firstAtOrAfter(index.starts, inside + 1) - 1;
  const start = index.starts[line] ?? 0;
  return { line, character: Math.min(inside, lineEnd(index, line)) - start };
}

/** The positions of ascending offsets, none of which is inside a line break. One walk: quicker than one search for each of many. */
export function positionsAt({ starts }: LineIndex, offsets: readonly number[]): LinePosition[] {
  let line = 0;
  return offsets.map((offset) => {
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    return { line, character: offset - starts[line]! };
  });
}

/** The offset of a position; a line or character that isn't there means the nearest that is. */
export function offsetAt(index: LineIndex, position: LinePosition): number {
  if (position.line < 0) return 0;
  const start = index.starts[position.line];
  if (start === undefined) return index.text.length;
  return Math.min(start + Math.max(0, position.character), lineEnd(index, position.line));
}

/** Offset of the line's end, its line break not included. */
export function lineEnd(index: LineIndex, line: number): number {
  const next = index.starts[line + 1];
  if (next === undefined) return index.text.length;
  const crlf = index.text.charCodeAt(next - 1) === 10 && index.text.charCodeAt(next - 2) === 13;
  return Math.max(next - (crlf ? 2 : 1), index.starts[line] ?? 0);
}

function spliceStarts(old: Uint32Array, kept: number, resumed: number, added: readonly number[], by: number): Uint32Array {
  const starts = new Uint32Array(kept + added.length + old.length - resumed);
  starts.set(old.subarray(0, kept));
  starts.set(added, kept);
  starts.set(old.subarray(resumed), kept + added.length);
  if (by !== 0) {
    for (let at = kept + added.length; at < starts.length; at++) starts[at]! += by;
  }
  return starts;
}

/** The first place in an ascending list whose number is at least `offset`. */
function firstAtOrAfter(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
