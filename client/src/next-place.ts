import type { Position, Range } from 'vscode-languageclient';
import type { ListedItem } from '../../protocol/items.ts';

export type Direction = 'next' | 'previous';

/** The item that the cursor is in, from its title on; undefined above the first. */
export function itemAt(items: readonly ListedItem[], cursor: Position): ListedItem | undefined {
  return items.findLast(({ range }) => !isBefore(cursor, range.start));
}

/** The item behind or before the one that the cursor is in, and round at the ends; undefined where the letter has none. */
export function nextItem(items: readonly ListedItem[], cursor: Position, direction: Direction): ListedItem | undefined {
  const here = items.findLastIndex(({ range }) => !isBefore(cursor, range.start));
  if (direction === 'next') return items[here + 1] ?? items[0];
  return items[here - 1] ?? items.at(-1);
}

/** The first place that begins behind the cursor, or the last one before it, and round at the ends. Places: in the order of the text. */
export function nextPlace<R extends Pick<Range, 'start'>>(places: readonly R[], cursor: Position, direction: Direction): R | undefined {
  if (direction === 'next') return places.find(({ start }) => isBefore(cursor, start)) ?? places[0];
  return places.findLast(({ start }) => isBefore(start, cursor)) ?? places.at(-1);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
