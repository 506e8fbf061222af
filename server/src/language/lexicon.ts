import { drugClassBook } from '../vocabulary/drug-classes.ts';
import { drugBook } from '../vocabulary/drugs.ts';
import { findingBook } from '../vocabulary/findings.ts';
import { phrasesFrom, type Phrasebook } from '../vocabulary/phrases.ts';
import { regionBook } from '../vocabulary/regions.ts';
import { perioperativeBook, treatmentBook } from '../vocabulary/treatments.ts';
import { addPhrase, type LexiconNode } from './dictionary.ts';
import { languageTables } from './tables.ts';
import { readTokens, type Tokens } from './tokens.ts';

/** The vocabularies whose words are found in the one pass; what has a grammar of its own (dates, quantities, levels) is read beside it. */
export type MentionKind = 'drug' | 'drug-class' | 'treatment' | 'region' | 'finding' | 'perioperative';

/** A thing of a vocabulary in a sentence, from token `from` up to, not including, token `to`. */
export interface WordMention<T = unknown> {
  readonly kind: MentionKind;
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** A phrase of a list of words: `list` is the list's name. */
export interface ListHit {
  readonly list: string;
  readonly to: number;
}

/** What one walk over a sentence finds. `lists[i]`: the phrases of lists that begin at token `i`. */
export interface Found {
  readonly lists: readonly (readonly ListHit[])[];
  readonly mentions: readonly WordMention[];
  /** Names of the lists and kinds that occur at all: a quick no for most rows. */
  readonly present: ReadonlySet<string>;
}

/** `value` null: a phrase that looks like one of the vocabulary and is none ("on the other hand"). */
interface Hit {
  readonly list: string | null;
  readonly kind: MentionKind | null;
  readonly value: unknown;
  /** Only as it is written, but for a plural s; with "=" in front in any case and number as written. */
  readonly exact: string | null;
}

const NO_HITS: readonly ListHit[] = [];

/** So many tokens the longest phrase of a list has. */
const LONGEST_PHRASE = 7;

/** The phrase of a list that begins at a token, the shortest of several. */
export function phraseAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): ListHit | undefined {
  return lists[at]?.find((hit) => hit.list === list);
}

/** Whether a phrase of a list begins at a token. */
export function standsAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): boolean {
  return lists[at]?.some((hit) => hit.list === list) === true;
}

/** The phrase of a list that begins at a token, the longest of several. */
export function longestPhraseAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): ListHit | undefined {
  return lists[at]?.findLast((hit) => hit.list === list);
}

/** Where the longest phrase of a list begins that ends right before a token; null where none does. */
export function phraseBefore({ lists }: Pick<Found, 'lists'>, list: string, at: number): number | null {
  for (let from = Math.max(0, at - LONGEST_PHRASE); from < at; from++) if (lists[from]?.some((hit) => hit.list === list && hit.to === at)) return from;
  return null;
}

/** Whether a token lies within a phrase of a list. */
export function isWithinPhrase({ lists }: Pick<Found, 'lists'>, list: string, at: number): boolean {
  for (let from = Math.max(0, at - LONGEST_PHRASE); from <= at; from++) if (lists[from]?.some((hit) => hit.list === list && hit.to > at)) return true;
  return false;
}

/**
 * Every phrase of every list, and of each vocabulary the longest phrase at each place, without overlap within a vocabulary. One walk;
 * linear in the number of tokens, as no phrase is longer than a few words.
 */
export function findAll(tokens: Tokens): Found {
  const lists: (readonly ListHit[])[] = [];
  const mentions: WordMention[] = [];
  const present = new Set<string>();
  const free: Record<MentionKind, number> = { drug: 0, 'drug-class': 0, treatment: 0, region: 0, finding: 0, perioperative: 0 };
  for (let at = 0; at < tokens.count; at++) {
    let hits: ListHit[] | null = null;
    let longest: WordMention[] | null = null;
    let node: LexiconNode<Hit> | undefined;
    for (let end = at; end < tokens.count; end++) {
      const key: string = tokens.keys[end] ?? '';
      node = end === at ? beginningWith(key) : node?.next?.get(key);
      if (!node) break;
      for (const hit of node.hits ?? NOTHING) {
        if (hit.exact !== null && !isWritten(hit.exact, tokens, at, end)) continue;
        if (hit.list !== null) {
          (hits ??= []).push({ list: hit.list, to: end + 1 });
          present.add(hit.list);
        } else if (hit.kind !== null && free[hit.kind] <= at) {
          longest = longer(longest, { kind: hit.kind, value: hit.value, from: at, to: end + 1 });
        }
      }
    }
    lists.push(hits ?? NO_HITS);
    for (const mention of longest ?? NOTHING) {
      free[mention.kind] = mention.to;
      if (mention.value === null) continue;
      mentions.push(mention);
      present.add(mention.kind);
    }
  }
  return { lists, mentions, present };
}

const NOTHING: readonly never[] = [];

/** Keeps one mention a kind; where two phrases of a kind end together, the first keeps the place. */
function longer(known: WordMention[] | null, found: WordMention): WordMention[] {
  if (!known) return [found];
  const at = known.findIndex(({ kind }) => kind === found.kind);
  if (at < 0) known.push(found);
  else if ((known[at]?.to ?? 0) < found.to) known[at] = found;
  return known;
}

/** Case counts, a plural s does not; behind "=" a plural s counts, case does not. */
function isWritten(exact: string, { text, starts, ends }: Tokens, first: number, last: number): boolean {
  const written = text.slice(starts[first], ends[last]);
  if (exact.startsWith('=')) return exact.slice(1) === written.toLowerCase().replace(/['’]s$/, '');
  return written === exact || written === `${exact}s` || written === `${exact}’s` || written === `${exact}'s`;
}

/** The nodes of the first words that were met so far; a letter has a few hundred of the ten thousand phrases. Null: nothing begins so. */
const beginnings = new Map<string, LexiconNode<Hit> | null>();

/** What begins with a word, made ready when the word is first met. */
function beginningWith(key: string): LexiconNode<Hit> | undefined {
  let node = beginnings.get(key);
  if (node === undefined) {
    node = madeFor(key);
    if (node || beginnings.size < MOST_BEGINNINGS) beginnings.set(key, node);
  }
  return node ?? undefined;
}

/** Words that begin nothing are kept up to so many: there is no end of them. */
const MOST_BEGINNINGS = 20_000;

function madeFor(key: string): LexiconNode<Hit> | null {
  const node: LexiconNode<Hit> = { next: null, hits: null };
  const { lists, phrases } = languageTables();
  for (const [places, others, exact = null] of Object.hasOwn(phrases, key) ? phrases[key] ?? NOTHING : NOTHING) {
    const keys = others === '' ? NOTHING : others.split(' ');
    for (const place of places) addPhrase(node, keys, { list: lists[place] ?? null, kind: null, value: null, exact });
  }
  for (const [kind, book] of VOCABULARIES) {
    for (const { phrase, value, exact } of phrasesFrom(book(), key)) addPhrase(node, readTokens(phrase).keys.slice(1), { list: null, kind, value, exact });
  }
  return node.next || node.hits ? node : null;
}

const VOCABULARIES: readonly (readonly [kind: MentionKind, book: () => Phrasebook<unknown>])[] = [
  ['drug', drugBook], ['drug-class', drugClassBook], ['treatment', treatmentBook], ['region', regionBook], ['finding', findingBook], ['perioperative', perioperativeBook],
];
