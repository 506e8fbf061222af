import type { Range } from './place.ts';
import type { Severity } from './severity.ts';

/** A letter at a glance. */
export interface ItemList {
  readonly uri: string;
  readonly items: readonly ListedItem[];
  /** What the front matter lists and no item decides. */
  readonly undecided: readonly { readonly title: string; readonly range: Range }[];
}

export interface ListedItem {
  /** From 1, in the order of the letter. */
  readonly number: number;
  readonly title: string;
  /** As it is written; null where there is none. */
  readonly decision: string | null;
  /** What the item lacks, in words to be read behind "missing": "rationale". */
  readonly missing: readonly string[];
  /** Numbers of the items that it depends on, in their order. */
  readonly parents: readonly number[];
  /** Findings in it, hints left out. */
  readonly counts: Readonly<Record<Exclude<Severity, 'hint'>, number>>;
  /** `drafting`: blanks are open; `finishing`: all parts are there, or were forgotten; `signing`: nothing is left to put right. */
  readonly stage: 'drafting' | 'finishing' | 'signing';
  /** Of the findings those that aren't shown in the text yet: what is missing in an item that is being drafted. */
  readonly waiting: Readonly<Record<Exclude<Severity, 'hint'>, number>>;
  /** From its heading to its last word. */
  readonly range: Range;
  readonly selectionRange: Range;
}
