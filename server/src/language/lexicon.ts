import { drugClassBook } from '../vocabulary/drug-classes.ts';
import { drugBook } from '../vocabulary/drugs.ts';
import { findingBook } from '../vocabulary/findings.ts';
import { phrasesFrom, type Phrasebook } from '../vocabulary/phrases.ts';
import { regionBook } from '../vocabulary/regions.ts';
import { perioperativeBook, treatmentBook } from '../vocabulary/treatments.ts';
import { emptyNode, NO_HITS, nodeOf, settle, type Exact, type LexiconNode, type ListHit } from './dictionary.ts';
import { NameSet, numberOfName, type MentionKind } from './name-set.ts';
import { unpackPhrases } from './packed-phrases.ts';
import { languageTables } from './tables.ts';
import { readTokens, type Tokens } from './tokens.ts';

/** A thing of a vocabulary in a sentence, from token `from` up to, not including, token `to`. */
export interface WordMention<T = unknown> {
  readonly kind: MentionKind;
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** What one walk over a sentence finds. `lists[i]`: the phrases of lists that begin at token `i`, the shortest first. */
export interface Found {
  readonly lists: readonly (readonly ListHit[])[];
  readonly mentions: readonly WordMention[];
  /** Names of the lists and kinds that occur at all: a quick no for most rows. */
  readonly present: NameSet;
}

/** So many tokens the longest phrase of a list has. */
const LONGEST_PHRASE = 7;

/** Where the phrase of a list ends that begins at a token, the shortest of several; undefined where none does. */
export function phraseAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): number | undefined {
  const hit = lists[at]?.find((each) => each.list === list);
  return hit && at + hit.length;
}

/** Whether a phrase of a list begins at a token. */
export function standsAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): boolean {
  return lists[at]?.some((hit) => hit.list === list) === true;
}

/** Where the phrase of a list ends that begins at a token, the longest of several; undefined where none does. */
export function longestPhraseAt({ lists }: Pick<Found, 'lists'>, list: string, at: number): number | undefined {
  const hit = lists[at]?.findLast((each) => each.list === list);
  return hit && at + hit.length;
}

/** Where the longest phrase of a list begins that ends right before a token; null where none does. */
export function phraseBefore({ lists }: Pick<Found, 'lists'>, list: string, at: number): number | null {
  for (let from = Math.max(0, at - LONGEST_PHRASE); from < at; from++) if (lists[from]?.some((hit) => hit.list === list && from + hit.length === at)) return from;
  return null;
}

/** Whether a token lies within a phrase of a list. */
export function isWithinPhrase({ lists }: Pick<Found, 'lists'>, list: string, at: number): boolean {
  for (let from = Math.max(0, at - LONGEST_PHRASE); from <= at; from++) if (lists[from]?.some((hit) => hit.list === list && from + hit.length > at)) return true;
  return false;
}

/**
 * Every phrase of every list, and of each vocabulary the longest phrase at each place, without overlap within a vocabulary. One walk;
 * linear in the number of tokens, as no phrase is longer than a few words.
 */
export function findAll(tokens: Tokens): Found {
  const lists: (readonly ListHit[])[] = [];
  const mentions: WordMention[] = [];
  const present = new NameSet();
  const free: Record<MentionKind, number> = { drug: 0, 'drug-class': 0, treatment: 0, region: 0, finding: 0, perioperative: 0 };
  for (let at = 0; at < tokens.count; at++) {
    let hits: readonly ListHit[] | null = NO_HITS;
    let longest: WordMention[] | null = null;
    let end = at;
    for (let node = beginningWith(tokens.keys[at] ?? ''); node; node = node.next?.get(tokens.keys[end] ?? '')) {
      hits = node.all;
      for (const { of: { kind, value }, exact } of node.named ?? NOTHING) {
        if (free[kind] <= at && isWritten(exact, tokens, at, end)) longest = longer(longest, { kind, value, from: at, to: end + 1 });
      }
      end += 1;
    }
    hits ??= asWritten(tokens, at);
    for (const { number } of hits) present.add(number);
    lists.push(hits);
    for (const mention of longest ?? NOTHING) {
      free[mention.kind] = mention.to;
      if (mention.value === null) continue;
      mentions.push(mention);
      present.add(numberOfName(mention.kind) ?? 0);
    }
  }
  return { lists, mentions, present };
}

/** The phrases of lists that begin at a token where it hangs on how they are written which of them stand. */
function asWritten(tokens: Tokens, at: number): readonly ListHit[] {
  const hits: ListHit[] = [];
  let end = at;
  for (let node = beginningWith(tokens.keys[at] ?? ''); node; node = node.next?.get(tokens.keys[end] ?? '')) {
    for (const { of, exact } of node.lists ?? NOTHING) if (isWritten(exact, tokens, at, end)) hits.push(of);
    end += 1;
  }
  return hits;
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
function isWritten(exact: Exact, { text, starts, ends }: Tokens, first: number, last: number): boolean {
  if (exact === null) return true;
  const written = text.slice(starts[first], ends[last]);
  if (exact.startsWith('=')) return exact.slice(1) === written.toLowerCase().replace(/['’]s$/, '');
  return written === exact || written === `${exact}s` || written === `${exact}’s` || written === `${exact}'s`;
}

/** The nodes of the first words that were met so far; a letter has a few hundred of the ten thousand phrases. Null: nothing begins so. */
const beginnings = new Map<string, LexiconNode | null>();

/** What begins with a word, made ready when the word is first met. */
function beginningWith(key: string): LexiconNode | undefined {
  let node = beginnings.get(key);
  if (node === undefined) {
    node = madeFor(key);
    if (node || beginnings.size < MOST_BEGINNINGS) beginnings.set(key, node);
  }
  return node ?? undefined;
}

/** Words that begin nothing are kept up to so many: there is no end of them. */
const MOST_BEGINNINGS = 20_000;

function madeFor(key: string): LexiconNode | null {
  const beginning = emptyNode();
  const { phrases } = languageTables();
  const packed = Object.hasOwn(phrases, key) ? phrases[key] : undefined;
  for (const [places, others, exact = null] of packed === undefined ? NOTHING : unpackPhrases(packed)) {
    const keys = others === '' ? NOTHING : others.split(' ');
    const lists = (nodeOf(beginning, keys).lists ??= []);
    for (const place of places) lists.push({ of: listHit(place, keys.length + 1), exact });
  }
  for (const [kind, book] of VOCABULARIES) {
    for (const { phrase, value, exact } of phrasesFrom(book(), key)) (nodeOf(beginning, readTokens(phrase).keys.slice(1)).named ??= []).push({ of: { kind, value }, exact });
  }
  settle(beginning, NO_HITS);
  return beginning.next || beginning.lists || beginning.named ? beginning : null;
}

/** The one hit for all phrases of a list that are so many tokens long. */
function listHit(place: number, length: number): ListHit {
  const known = (listHits[length] ??= []);
  return (known[place] ??= { list: languageTables().lists[place] ?? '', number: place, length });
}

const listHits: ListHit[][] = [];

const VOCABULARIES: readonly (readonly [kind: MentionKind, book: () => Phrasebook<unknown>])[] = [
  ['drug', drugBook], ['drug-class', drugClassBook], ['treatment', treatmentBook], ['region', regionBook], ['finding', findingBook], ['perioperative', perioperativeBook],
];
