import { standsAt, type Found } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** How a clause hangs together with the one that it belongs to. */
export type ClauseRole = 'main' | 'cause' | 'concession' | 'condition' | 'time' | 'relative' | 'purpose';

/** A clause: tokens `from` up to, not including, `to`, with the word that opens it. */
export interface Clause {
  readonly role: ClauseRole;
  readonly from: number;
  readonly to: number;
}

/** Lists of the words that open a clause (`lists/clauses.json`), and what the clause is then. */
const OPENERS: readonly (readonly [list: string, role: ClauseRole])[] = [
  ['opens-cause', 'cause'], ['opens-concession', 'concession'], ['opens-condition', 'condition'], ['opens-time', 'time'], ['opens-relative', 'relative'],
  ['opens-purpose', 'purpose'], ['opens-main', 'main'],
];

/**
 * Cuts a sentence into clauses. A conjunction opens one; a subordinate clause ends at a comma; semicolons, colons and dashes end any.
 * Rough on purpose: it tells how far a denial or a condition reaches, not how a sentence is built.
 */
export function readClauses(tokens: Tokens, found: Found): readonly Clause[] {
  const clauses: Clause[] = [];
  let role: ClauseRole = 'main';
  let from = 0;
  const open = (next: ClauseRole, at: number): void => {
    if (at > from) clauses.push({ role, from, to: at });
    [role, from] = [next, at];
  };
  for (let at = 0; at < tokens.count; at++) {
    const key = tokens.keys[at] ?? '';
    if (tokens.kinds[at] === 'mark') {
      if (key === ';' || key === ':' || key === '—' || (key === ',' && role !== 'main')) open('main', at + 1);
      continue;
    }
    const opened = roleOpenedAt(found, at);
    if (opened !== null) open(opened, at);
    else if (key === 'and' && joinsClauses(found, at)) open(role, at);
  }
  open('main', tokens.count);
  return clauses;
}

function roleOpenedAt({ lists }: Found, at: number): ClauseRole | null {
  const hits = lists[at];
  if (!hits || hits.length === 0) return null;
  for (const [list, role] of OPENERS) if (hits.some((hit) => hit.list === list)) return role;
  return null;
}

/** "… and is not necessary", "… and he has no pain": what follows has a subject or a verb of its own. */
function joinsClauses(found: Found, at: number): boolean {
  return standsAt(found, 'begins-clause', at + 1);
}

/** The tokens of a clause around a token, up to the next of some marks on either side. */
export function partAround({ tokens: { keys }, clauses }: { readonly tokens: Tokens; readonly clauses: readonly Clause[] }, at: number, marks: ReadonlySet<string>): readonly [from: number, to: number] {
  const clause = clauseAt(clauses, at);
  const [first, last] = [clause?.from ?? 0, clause?.to ?? keys.length];
  let [from, to] = [at, at];
  while (from > first && !marks.has(keys[from - 1] ?? '')) from--;
  while (to < last && !marks.has(keys[to] ?? '')) to++;
  return [from, to];
}

/** The clause that a token lies in. */
export function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  return clauses.find(({ from, to }) => from <= at && at < to);
}
