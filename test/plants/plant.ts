import type { Choose } from './choose.ts';
import type { LetterSpec } from './letter-spec.ts';

/** A letter with one fault in it. */
export interface Planted {
  readonly letter: LetterSpec;
  /** The item that the finding must name; null for a finding on the letter. */
  readonly item: number | null;
  /** Where a finding on the letter must stand: words that occur once. */
  readonly at?: string;
  /** Changes the letter's text, where its places aren't enough. */
  readonly rewrite?: (text: string) => string;
}

/** One way to commit the fault that a rule looks for. */
export interface Plant {
  readonly rule: string;
  /** What is done to the letter. */
  readonly name: string;
  /** Null where the letter has no place for it. */
  readonly plant: (letter: LetterSpec, choose: Choose) => Planted | null;
  /** Why the rule can't offer a fix here, though it does for other kinds. */
  readonly noFix?: string;
  /** Why the rule leaves this kind alone, as its page says: then it must not be found. */
  readonly leftAlone?: string;
}

/** The plant on one of the items that it fits; null where it fits none. */
export function onItem(indexes: readonly number[], choose: Choose, plant: (index: number) => Omit<Planted, 'item'> | null): Planted | null {
  if (indexes.length === 0) return null;
  const index = choose.oneOf(indexes);
  const planted = plant(index);
  return planted && { ...planted, item: index + 1 };
}
