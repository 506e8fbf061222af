import type { Range } from './place.ts';

/** What changed weighs most in this order: whether something is granted, what it rests on, how much of it, what is asked, a fact of the head, other words. */
export type ChangeKind = 'verdict' | 'citation' | 'quantity' | 'request' | 'fact' | 'words';

/** One difference between two versions of a letter. */
export interface RoundChange {
  readonly kind: ChangeKind;
  /** Where, in words: "decision", "rationale", "reviewer's guideline", "date-of-injury", "Clinical Case Summary". */
  readonly where: string;
  /** Null where there was nothing, or is nothing any more. */
  readonly before: string | null;
  readonly after: string | null;
  /** In the letter as it is now; what is gone stands where the rest of its field does. */
  readonly range: Range;
}

/** A disputed item of two versions, told by its title. */
export interface ComparedItem {
  /** Now, and before; null where the version hasn't it. */
  readonly number: number | null;
  readonly before: number | null;
  readonly title: string;
  readonly status: 'same' | 'changed' | 'added' | 'removed';
  /** Those that weigh most first. */
  readonly changes: readonly RoundChange[];
  readonly range: Range;
}

/** What changed in a letter since its last round. */
export interface RoundComparison {
  /** As they stand in the letter now; those that are gone behind them. */
  readonly items: readonly ComparedItem[];
  /** In its head, and outside of items. */
  readonly letter: readonly RoundChange[];
}
