import type { Range } from './place.ts';

/** What becomes of an item; numbers from 1, as the letter has them now. `at`: which of the choices, from 0; absent: they are asked for where there are several. */
export type Arranging =
  | { readonly kind: 'move'; readonly item: number; readonly to: number }
  | { readonly kind: 'merge'; readonly item: number; readonly into: number }
  | { readonly kind: 'split'; readonly item: number; readonly at?: number };

/** A letter with its items in another order or number, and all that names them by number brought along. */
export interface Arranged {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** The number that the item has then. */
  readonly item: number;
  /** What can't be told by a program, a sentence each: words that lean on a place, say. `item`: its number then; null where it belongs to none. */
  readonly notes: readonly { readonly item: number | null; readonly message: string }[];
  /** Why it can't be done; then there are no edits. */
  readonly problem: string | null;
  /** Where a title can be taken apart in several places: “the first part | the second”. Then there are no edits. */
  readonly choices: readonly string[];
}
