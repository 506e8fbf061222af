/** A trie of words with what ends at its nodes, below a first word. */
export interface LexiconNode<T> {
  next: Map<string, LexiconNode<T>> | null;
  hits: T[] | null;
}

/** Puts a phrase, given by the keys of the words behind its first, into the trie that begins with that. */
export function addPhrase<T>(beginning: LexiconNode<T>, keys: readonly string[], hit: T): void {
  let node = beginning;
  for (const key of keys) {
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = { next: null, hits: null }));
    node = next;
  }
  (node.hits ??= []).push(hit);
}
