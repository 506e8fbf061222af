import { oneEditApart, wordsOf, type Word } from './words.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** What the words of `next` begin with: whether a word can be the first half of one is asked at every word of a text. */
  readonly beginnings: Set<string>;
  values: T[] | null;
}

/** Phrases by their words, so that the longest one that begins at a word is found in one walk. */
export interface PhraseIndex<T> {
  readonly root: Node<T>;
}

export interface PhraseMatch<T> {
  /** What the phrase stands for, in the order of entry. */
  readonly values: readonly T[];
  /** Index behind the last word of the phrase. */
  readonly next: number;
}

/** A phrase is known with and without what it has in brackets: "Epidural steroid injections (ESIs)". */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const root = emptyNode<T>();
  for (const [phrase, value] of entries) {
    add(root, phrase, value);
    const bare = phrase.replace(/\([^()]*\)?/g, ' ');
    if (bare !== phrase) add(root, bare, value);
  }
  return { root };
}

function emptyNode<T>(): Node<T> {
  return { next: new Map(), beginnings: new Set(), values: null };
}

function add<T>(root: Node<T>, phrase: string, value: T): void {
  let node = root;
  for (const { text } of wordsOf(phrase)) {
    if (text === 'and') continue;
    let child = node.next.get(text);
    if (!child) {
      node.next.set(text, (child = emptyNode()));
      for (let end = 1; end < text.length; end++) node.beginnings.add(text.slice(0, end));
    }
    node = child;
  }
  if (node === root) return;
  node.values ??= [];
  if (!node.values.includes(value)) node.values.push(value);
}

/**
 * The longest phrase that begins at `words[from]`, whatever stands between the words. "and" doesn't
 * count, two words joined by nothing but a sign may be one ("Post-Surgical"), and with `tolerant` a
 * word of six letters and more may have one typing mistake.
 */
export function longestPhrase<T>(
  index: PhraseIndex<T>, words: readonly Word[], from: number, end = words.length, tolerant = true,
): PhraseMatch<T> | null {
  let node = index.root;
  let best: PhraseMatch<T> | null = null;
  let at = from;
  while (at < end) {
    const word = words[at];
    if (!word) break;
    if (word.text === 'and' && at > from) {
      at++;
      continue;
    }
    const step = child(node, words, at, end, tolerant);
    if (!step) break;
    node = step.node;
    at = step.next;
    if (node.values) best = { values: node.values, next: at };
  }
  return best;
}

function child<T>(
  node: Node<T>, words: readonly Word[], at: number, end: number, tolerant: boolean,
): { node: Node<T>; next: number } | null {
  const word = words[at]!;
  const exact = node.next.get(word.text);
  if (exact) return { node: exact, next: at + 1 };
  const after = at + 1 < end ? words[at + 1] : undefined;
  if (after && after.start - word.end === 1 && node.beginnings.has(word.text)) {
    const joined = node.next.get(word.text + after.text);
    if (joined) return { node: joined, next: at + 2 };
  }
  if (!tolerant || word.text.length < 6) return null;
  for (const [known, next] of node.next) {
    if (known.length > 5 && oneEditApart(known, word.text)) return { node: next, next: at + 1 };
  }
  return null;
}
