import type { MentionKind } from './name-set.ts';

/** A phrase of a list of words, so many tokens long. The lexicon's own: nothing is made for the places where it stands. */
export interface ListHit {
  readonly list: string;
  /** Of the list, among all names. */
  readonly number: number;
  readonly length: number;
}

/** Null: a phrase counts however it is written. Else only as it is written, but for a plural s; with "=" in front in any case and number as written. */
export type Exact = string | null;

/** A phrase that ends at a node: in a list, or of a vocabulary. */
export interface Ending<Of> {
  readonly of: Of;
  readonly exact: Exact;
}

/** A thing of a vocabulary. `value` null: a phrase that looks like one and is none ("on the other hand"). */
export interface Named {
  readonly kind: MentionKind;
  readonly value: unknown;
}

/** A trie of words with what ends at its nodes, below a first word. */
export interface LexiconNode {
  next: Map<string, LexiconNode> | null;
  lists: Ending<ListHit>[] | null;
  named: Ending<Named>[] | null;
  /** The phrases of lists that end here or on the way, the shortest first; null where it hangs on how they are written which of them stand. */
  all: readonly ListHit[] | null;
}

export function emptyNode(): LexiconNode {
  return { next: null, lists: null, named: null, all: NO_HITS };
}

export const NO_HITS: readonly ListHit[] = [];

/** The node of a phrase, given by the keys of the words behind its first, in the trie that begins with that. */
export function nodeOf(beginning: LexiconNode, keys: readonly string[]): LexiconNode {
  let node = beginning;
  for (const key of keys) {
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = emptyNode()));
    node = next;
  }
  return node;
}

/** Says of each node what ends on the way to it, when all phrases are in. */
export function settle(node: LexiconNode, before: LexiconNode['all']): void {
  const { lists } = node;
  node.all = before === null || lists?.some(({ exact }) => exact !== null) ? null : lists ? [...before, ...lists.map(({ of }) => of)] : before;
  for (const next of node.next?.values() ?? []) settle(next, node.all);
}
