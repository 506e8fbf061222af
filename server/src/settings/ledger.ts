import { keptLine, readKeptLines } from './kept-lines.ts';

/** Where the ledger is kept, below a folder of letters or one above it. */
export const ledgerFile = '.imr/ledger.jsonl';

/** What became of what a rule found, in one letter or several. */
export interface Outcomes {
  /** It was there and is mended. */
  readonly accepted: number;
  /** “Not here”, in a comment or outside of the letter. */
  readonly dismissed: number;
  /** It was still there when the letter was signed. */
  readonly ignored: number;
}

/** One signature: a day, and for each rule that found something what became of it. Nothing of the letter, not even its name. */
export interface LedgerEntry {
  /** YYYY-MM-DD. */
  readonly when: string;
  readonly rules: Readonly<Record<string, Outcomes>>;
}

export interface RuleTally extends Outcomes {
  readonly rule: string;
  /** In so many of the letters it found something. */
  readonly letters: number;
  /** Dismissed more often than not, over many letters: it had better be lowered. */
  readonly isTiresome: boolean;
}

export interface Tally {
  /** That were signed. */
  readonly letters: number;
  /** The first day; null without a letter. */
  readonly since: string | null;
  /** Those that were dismissed most often first. */
  readonly rules: readonly RuleTally[];
  /** Numbers of lines that can't be read. */
  readonly unread: readonly number[];
}

/** Fewer letters say little of a rule. */
const MANY_LETTERS = 50;

export const ledgerLine: (entry: LedgerEntry) => string = keptLine;

/** Adds up a ledger, by rule. Never throws. */
export function tally(text: string): Tally {
  const { kept: entries, unread } = readKeptLines(text, entryIn);
  const ids = [...new Set(entries.flatMap(({ rules }) => Object.keys(rules)))];
  const rules = ids.map((rule) => tallyOf(rule, entries.flatMap((entry) => (Object.hasOwn(entry.rules, rule) ? entry.rules[rule]! : []))));
  return {
    letters: entries.length, since: entries.map(({ when }) => when).sort()[0] ?? null,
    rules: rules.sort((one, other) => other.dismissed - one.dismissed || (one.rule < other.rule ? -1 : 1)),
    unread,
  };
}

function tallyOf(rule: string, all: readonly Outcomes[]): RuleTally {
  const sum = (of: keyof Outcomes): number => all.reduce((total, outcomes) => total + outcomes[of], 0);
  const [accepted, dismissed, ignored] = [sum('accepted'), sum('dismissed'), sum('ignored')];
  return { rule, letters: all.length, accepted, dismissed, ignored, isTiresome: all.length >= MANY_LETTERS && dismissed > accepted + ignored };
}

function entryIn(value: unknown): LedgerEntry | null {
  const { when, rules } = value as Partial<Record<keyof LedgerEntry, unknown>>;
  if (typeof when !== 'string' || typeof rules !== 'object' || rules === null) return null;
  const isWhole = Object.values(rules).every((outcomes: Partial<Record<keyof Outcomes, unknown>> | null) => (
    [outcomes?.accepted, outcomes?.dismissed, outcomes?.ignored].every((count) => typeof count === 'number')));
  return isWhole ? { when, rules: rules as LedgerEntry['rules'] } : null;
}
