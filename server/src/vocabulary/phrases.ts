import { mention, type Mention } from './mention.ts';
import { cutWords, firstKey, readWords, type Words } from './words.ts';

/**
 * One thing of a vocabulary and the phrases that name it. `also` match whatever their case, `exact` only as they are written
 * (abbreviations that are English words too: "PT", "US"). Plurals and possessives need no phrase of their own.
 */
export interface Named<T> {
  readonly value: T;
  readonly also: readonly string[];
  readonly exact?: readonly string[];
}

/**
 * A trie of words by the first word of its phrases. A letter names a hundred of ten thousand phrases, so what begins with a word is
 * only a list until a text has that word.
 */
export type Phrasebook<T> = Map<string, Beginning<T>>;

/** The phrases that begin with a word, and their trie once it was asked for. */
interface Beginning<T> {
  readonly entries: PhraseEntry<T>[];
  node: PhraseNode<T> | null;
}

/** A phrase as it is written, and what it names. */
export interface PhraseEntry<T> extends Hit<T> {
  readonly phrase: string;
}

/** Most nodes have no next word, many end no phrase: those fields are null until something is put there. */
interface PhraseNode<T> {
  next: Map<string, PhraseNode<T>> | null;
  hits: Hit<T>[] | null;
}

/** `value` null: a phrase that looks like one of the vocabulary and is none ("on the other hand"). */
interface Hit<T> {
  readonly value: T | null;
  readonly exact: string | null;
}

/**
 * Sorts the phrases by their first words. Where two things claim one phrase, the first keeps it.
 * @param not phrases that are passed over whole, so that no part of them is found
 */
export function phrasebook<T>(named: Iterable<Named<T>>, not: readonly string[] = []): Phrasebook<T> {
  const book: Phrasebook<T> = new Map();
  const add = (phrase: string, value: T | null, exact: string | null): void => {
    const first = firstKey(phrase);
    if (first === null) return;
    const known = book.get(first);
    if (known) known.entries.push({ phrase, value, exact });
    else book.set(first, { entries: [{ phrase, value, exact }], node: null });
  };
  for (const { value, also, exact } of named) {
    for (const phrase of also) add(phrase, value, null);
    for (const phrase of exact ?? []) add(phrase, value, phrase);
  }
  for (const phrase of not) add(phrase, null, null);
  return book;
}

/** The phrases that begin with a word, by its key. */
export function phrasesFrom<T>(book: Phrasebook<T>, key: string): readonly PhraseEntry<T>[] {
  return book.get(key)?.entries ?? [];
}

/** The node of a first word, made of its phrases when it is first asked for. */
function nodeOf<T>(book: Phrasebook<T>, key: string): PhraseNode<T> | undefined {
  const beginning = book.get(key);
  if (!beginning || beginning.node) return beginning?.node ?? undefined;
  const node: PhraseNode<T> = { next: null, hits: null };
  for (const entry of beginning.entries) add(node, entry);
  return (beginning.node = node);
}

function add<T>(beginning: PhraseNode<T>, entry: PhraseEntry<T>): void {
  let node = beginning;
  for (const key of cutWords(entry.phrase).keys.slice(1)) node = following(node, key);
  (node.hits ??= []).push(entry);
}

function following<T>(node: PhraseNode<T>, key: string): PhraseNode<T> {
  node.next ??= new Map();
  let next = node.next.get(key);
  if (!next) node.next.set(key, (next = { next: null, hits: null }));
  return next;
}

/** Makes a builder that runs at the first call only. */
export function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | null = null;
  return () => (built ??= { value: build() }).value;
}

/**
 * Every phrase of the book in the text, in order and without overlap; of two that begin at one word the longer wins.
 * Linear in the text's length, as no phrase is longer than a few words.
 */
export function findPhrases<T>(book: Phrasebook<T>, text: string): Mention<T>[] {
  const words = readWords(text);
  const found: Mention<T>[] = [];
  let at = 0;
  while (at < words.keys.length) {
    const match = longest(book, words, at);
    if (match && match.value !== null) found.push(mention(match.value, text, words.starts[at] ?? 0, words.ends[match.last] ?? 0));
    at = match ? match.last + 1 : at + 1;
  }
  return found;
}

function longest<T>(book: Phrasebook<T>, words: Words, first: number): { readonly value: T | null; readonly last: number } | null {
  let node = nodeOf(book, words.keys[first] ?? '');
  let best: { value: T | null; last: number } | null = null;
  let at = first;
  while (node) {
    const hit = node.hits ? hitAt(node.hits, words, first, at) : undefined;
    if (hit) best = { value: hit.value, last: at };
    at += 1;
    node = words.joined[at] ? node.next?.get(words.keys[at] ?? '') : undefined;
  }
  return best;
}

function hitAt<T>(hits: readonly Hit<T>[], words: Words, first: number, last: number): Hit<T> | undefined {
  return hits.find((hit) => hit.exact === null || isWritten(hit.exact, words.text.slice(words.starts[first], words.ends[last])));
}

/** Case counts, a plural s does not. */
function isWritten(exact: string, text: string): boolean {
  return text === exact || text === `${exact}s`;
}
