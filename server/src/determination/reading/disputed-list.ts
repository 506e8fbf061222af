import type { Determination, DisputedItem } from '../model.ts';
import { likeness } from '../words/title-likeness.ts';

type Listed = NonNullable<Determination['listed']>[number];

/** The list of disputed items held against the items of the letter. */
export interface ListMatch {
  /** The place in the list of each item that is in it. */
  readonly places: ReadonlyMap<DisputedItem, Listed>;
  /** In the list, and not decided. */
  readonly undecided: readonly Listed[];
  /** Decided, and not in the list. */
  readonly notListed: readonly DisputedItem[];
}

/** Half of the shorter title's words must agree: order, quantities and abbreviations differ between list and letter. */
const ENOUGH = 0.5;

/** Pairs each listed item with the letter's item that is most like it, the most alike first, each at most once. */
export function matchItems(listed: readonly Listed[], items: readonly DisputedItem[]): ListMatch {
  const pairs = listed.flatMap((entry) => items.map((item) => ({ entry, item, like: likeness(entry.text, item.reading.title.text) })));
  pairs.sort((a, b) => b.like - a.like);
  const decided = new Set<Listed>();
  const places = new Map<DisputedItem, Listed>();
  for (const { entry, item, like } of pairs) {
    if (like < ENOUGH || decided.has(entry) || places.has(item)) continue;
    decided.add(entry);
    places.set(item, entry);
  }
  return { places, undecided: listed.filter((entry) => !decided.has(entry)), notListed: items.filter((item) => !places.has(item)) };
}
