/**
 * A trie of words with what ends at its nodes: all lists of words and all vocabularies of the product in one, so that one walk over a
 * sentence finds everything in it. Built once, then read only.
 */
export interface LexiconNode<T> {
  next: Map<string, LexiconNode<T>> | null;
  hits: T[] | null;
}

export function emptyLexicon<T>(): LexiconNode<T> {
  return { next: null, hits: null };
}

/** Puts a phrase, given by the keys of its words, into the trie. */
export function addPhrase<T>(root: LexiconNode<T>, keys: readonly string[], hit: T): void {
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = emptyLexicon()));
    node = next;
  }
  if (node !== root) (node.hits ??= []).push(hit);
}
