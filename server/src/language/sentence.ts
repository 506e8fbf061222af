import { Keeping, keptBy } from '../markdown/kept-by.ts';
import { remember } from '../markdown/remember.ts';
import { span } from '../markdown/span.ts';
import { step } from '../markdown/steps.ts';
import { clauseAt, readClauses, type Clause } from './clauses.ts';
import { findAll, type Found, type WordMention } from './lexicon.ts';
import type { MentionKind } from './name-set.ts';
import type { Match } from './matcher.ts';
import { rowIndex, type ReadyRow } from './row-index.ts';
import type { Slot, Statement, StatementKind } from './statement.ts';
import { readTokens, type Tokens } from './tokens.ts';

/** A sentence as it was read: its tokens, what it mentions, its clauses, and what it states. Places count from the sentence's start. */
export interface Sentence {
  readonly text: string;
  readonly tokens: Tokens;
  readonly found: Found;
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
}

/** Reads its parts when they are asked for, each once. */
class ReadSentence extends Keeping implements Sentence {
  readonly text: string;
  readonly tokens: Tokens;
  readonly found: Found;
  #clauses: readonly Clause[] | null = null;
  #statements: readonly Statement[] | null = null;

  constructor(text: string) {
    super();
    this.text = text;
    this.tokens = readTokens(text);
    this.found = findAll(this.tokens);
  }

  get clauses(): readonly Clause[] {
    return (this.#clauses ??= readClauses(this.tokens, this.found));
  }

  get statements(): readonly Statement[] {
    return (this.#statements ??= readStatements(this));
  }
}

/** What each row reads, first to last, without overlap among those of one row. */
function readStatements({ tokens, found }: Pick<Sentence, 'tokens' | 'found'>): Statement[] {
  const { byWord, byList, byKind, byNumber, atStart } = rowIndex();
  const statements: Statement[] = [];
  const walk = ++walks;
  standing(tokens, found, walk);
  const attempt = (rows: readonly ReadyRow[] | undefined, at: number): void => {
    for (const ready of rows ?? NONE) {
      const { mark } = ready;
      if (mark.walk !== walk) beginWalk(ready, walk);
      if (mark.tried === at || mark.readUpTo > at) continue;
      mark.tried = at;
      const match = ready.matchAt(tokens, found, at);
      if (!match) continue;
      statements.push(statementOf(ready, match, tokens));
      mark.readUpTo = match.to;
    }
  };
  let mention = 0;
  attempt(atStart, 0);
  for (let at = 0; at < tokens.count; at++) {
    attempt(byWord.get(tokens.keys[at] ?? ''), at);
    for (const { list } of found.lists[at] ?? NONE) attempt(byList.get(list), at);
    for (; found.mentions[mention]?.from === at; mention++) attempt(byKind.get(found.mentions[mention]?.kind ?? ''), at);
    if (tokens.kinds[at] === 'number') attempt(byNumber, at);
  }
  return statements;
}

/** Sentences are walked one after the other, so that a row may bear the marks of the walk that is on. */
let walks = 0;

/** The walk that last met a thing, by the thing's number. */
const metBy: number[] = [];

/** Marks the things that rows need, and that stand in the sentence. */
function standing({ keys, kinds }: Tokens, { present }: Found, walk: number): void {
  const { neededWords, neededNames, neededNumber } = rowIndex();
  const meet = (thing: number | undefined): void => {
    if (thing !== undefined) metBy[thing] = walk;
  };
  for (const key of keys) meet(neededWords.get(key));
  present.each((number) => meet(neededNames[number]));
  if (kinds.includes('number')) meet(neededNumber);
}

/** A row without its needs is read nowhere in the sentence. */
function beginWalk({ mark, row }: ReadyRow, walk: number): void {
  mark.walk = walk;
  mark.tried = -1;
  mark.readUpTo = row.needs.every((things) => things.some((thing) => metBy[thing] === walk)) ? 0 : Infinity;
}

const NONE: readonly never[] = [];

function statementOf({ row, place }: ReadyRow, { from, to, slots }: Match, tokens: Tokens): Statement {
  return {
    kind: row.kind, row: place, says: row.says ?? NOTHING_SAID, from, to, span: placeOf(tokens, from, to),
    slots: Object.fromEntries(slots.map((slot) => [slot.name, slotOf(tokens, slot.from, slot.to)])),
  };
}

const NOTHING_SAID: Readonly<Record<string, string>> = {};

function slotOf(tokens: Tokens, from: number, to: number): Slot {
  const place = placeOf(tokens, from, to);
  return { from, to, span: place, text: tokens.text.slice(place.start, place.end) };
}

/** Where tokens `from` up to, not including, `to` stand in the sentence; an empty place where there are none. */
export function placeOf({ starts, ends, text }: Tokens, from: number, to: number): { readonly start: number; readonly end: number } {
  if (to <= from) return span(starts[from] ?? text.length, starts[from] ?? text.length);
  return span(starts[from] ?? 0, ends[to - 1] ?? text.length);
}

/** The statements of one kind. */
export function statementsOf(sentence: Sentence, kind: StatementKind): readonly Statement[] {
  if (sentence.statements.length > 0) return byKind(sentence).get(kind) ?? NONE;
  step();
  return NONE;
}

const byKind = keptBy(({ statements }: Pick<Sentence, 'statements'>): ReadonlyMap<StatementKind, readonly Statement[]> => {
  const kinds = new Map<StatementKind, Statement[]>();
  for (const statement of statements) {
    const known = kinds.get(statement.kind);
    if (known) known.push(statement);
    else kinds.set(statement.kind, [statement]);
  }
  return kinds;
});

/** What a sentence mentions of one vocabulary, or only within tokens `from` up to `to`. */
export function mentionsOf<T>({ found }: Sentence, kind: MentionKind, from = 0, to = Infinity): readonly WordMention<T>[] {
  step();
  if (!found.present.has(kind)) return NONE;
  return found.mentions.filter((mention) => mention.kind === kind && mention.from >= from && mention.to <= to) as readonly WordMention<T>[];
}

/** Whether a phrase of a list stands anywhere in the sentence, or only within tokens `from` up to `to`. */
export function hasWord({ found, tokens }: Sentence, list: string, from = 0, to = tokens.count): boolean {
  step();
  if (!found.present.has(list)) return false;
  if (from === 0 && to >= tokens.count) return true;
  for (let at = from; at < to; at++) for (const hit of found.lists[at] ?? NONE) if (hit.list === list && at + hit.length <= to) return true;
  return false;
}

/** The clause that a statement begins in. */
export function clauseOf({ clauses }: Sentence, { from }: Pick<Statement, 'from'>): Clause | undefined {
  return clauseAt(clauses, from);
}

/**
 * Reads a sentence. What it gives hangs on the words alone, so that it is remembered by them: typing costs the sentence that is typed
 * in. Never throws; linear in the sentence's length.
 */
export const readSentence = remember((text): Sentence => new ReadSentence(text));
