/** A trie of words with what ends at its nodes, below a first word. */
export interface LexiconNode<T> {
  next: Map<string, LexiconNode<T>> | null;
  hits: T[] | null;
}

/** Puts a phrase, given by the keys of its words, into the trie that begins with the first of them. */
export function addPhrase<T>(beginning: LexiconNode<T>, keys: readonly string[], hit: T): void {
  let node = beginning;
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? '';
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = { next: null, hits: null }));
    node = next;
  }
  (node.hits ??= []).push(hit);
}
