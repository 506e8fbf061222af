import type { ListedItem } from '../../protocol/items.ts';
import type { ActiveLetter } from './active-letter.ts';
import { itemAt } from './next-place.ts';

/** A row of *Disputed Items* from whose menu a command is run; absent: the item with the cursor in it. */
type Row = { readonly id?: unknown } | undefined;

/** The item of that row, or the one with the cursor in it, and all others. Throws, in words for the reviewer, where there is none. */
export async function itemOf(letter: ActiveLetter, row: unknown): Promise<{ readonly item: ListedItem; readonly items: readonly ListedItem[] }> {
  const { selection } = await letter.editor();
  const items = (await letter.refresh())?.items ?? [];
  const number = itemNumber((row as Row)?.id);
  const item = number === null ? itemAt(items, selection.active) : items.find((each) => each.number === number);
  if (!item) throw new Error('Put the cursor into a disputed item.');
  return { item, items };
}

/** Of a row: `item-3`. */
export function itemNumber(row: unknown): number | null {
  const digits = typeof row === 'string' ? /^item-(\d+)/.exec(row)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}
