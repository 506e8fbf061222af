import { clauseAt, type Clause } from './clauses.ts';
import type { Found } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/**
 * What a sentence says of something that it mentions. Method: ConText (Harkema et al. 2009), of NegEx's family: cues with a direction,
 * whose scope ends with the clause or at a word that turns the sentence. The cues are lists (`lists/assertion.json`).
 */
export interface Assertion {
  /** "No X", "X is absent". */
  readonly denied: boolean;
  /** "Possible X", "X may …". */
  readonly possible: boolean;
  /** It stands in a clause with "if", "unless", "when". */
  readonly conditional: boolean;
  /** Asked for, planned or recommended, and so not there yet. */
  readonly planned: boolean;
  /** "History of X", "prior X". */
  readonly past: boolean;
}

interface Cued {
  readonly tokens: Tokens;
  readonly found: Found;
  readonly clauses: readonly Clause[];
}

/** So many tokens a cue reaches ahead, and behind. */
const AHEAD = 10;
const BEHIND = 7;

/** What is said of tokens `from` up to, not including, `to`. */
export function assertionOf(sentence: Cued, from: number, to: number): Assertion {
  const clause = clauseAt(sentence.clauses, from);
  return {
    denied: deniedAt(sentence, from, to) !== null,
    possible: cueBefore(sentence, 'may-be', from) !== null,
    conditional: clause?.role === 'condition' || clause?.role === 'time',
    planned: cueBefore(sentence, 'planned-ahead', from) !== null,
    past: cueBefore(sentence, 'past-ahead', from) !== null,
  };
}

/** The token at which the cue stands that denies tokens `from` up to `to`; null where nothing does. */
function deniedAt(sentence: Cued, from: number, to: number): number | null {
  return cueBefore(sentence, 'denies-ahead', from) ?? cueBehind(sentence, 'denies-behind', to);
}

/** The nearest cue of a list before a token, in its clause and within reach, with nothing between that ends its scope. */
export function cueBefore({ tokens, found, clauses }: Cued, list: string, from: number, reach = AHEAD): number | null {
  const first = Math.max(clauseAt(clauses, from)?.from ?? 0, from - reach);
  for (let at = from - 1; at >= first; at--) {
    const hits = found.lists[at];
    if (!hits || hits.length === 0) continue;
    if (hits.some((hit) => hit.list === 'denial-ends')) return null;
    if (hits.some((hit) => hit.list === list && at + hit.length <= from) && !isNoDenial(found, at) && !isMay(tokens, at)) return at;
  }
  return null;
}

/** The nearest cue of a list behind a token, in its clause and within reach. */
function cueBehind({ found, clauses }: Pick<Cued, 'found' | 'clauses'>, list: string, to: number, reach = BEHIND): number | null {
  const last = Math.min(clauseAt(clauses, to - 1)?.to ?? to, to + reach);
  for (let at = to; at < last; at++) {
    const hits = found.lists[at];
    if (!hits || hits.length === 0) continue;
    if (hits.some((hit) => hit.list === 'denial-ends')) return null;
    if (hits.some((hit) => hit.list === list)) return at;
  }
  return null;
}

/** "Not only", "no later than": looks like a denial and is none. */
function isNoDenial({ lists }: Found, at: number): boolean {
  return [at, at - 1].some((start) => lists[start]?.some((hit) => hit.list === 'denies-nothing' && start + hit.length > at) === true);
}

/** The month: "between May and July". */
function isMay({ keys, text, starts }: Tokens, at: number): boolean {
  return at > 0 && keys[at] === 'may' && text.startsWith('May', starts[at]);
}
