import { once } from '../vocabulary/phrases.ts';
import { compilePattern, type Matcher } from './matcher.ts';
import { readPattern } from './pattern.ts';
import type { Row, StatementKind } from './statement.ts';
import caseRows from './rows/case.json' with { type: 'json' };
import criterion from './rows/criterion.json' with { type: 'json' };
import history from './rows/history.json' with { type: 'json' };
import lack from './rows/lack.json' with { type: 'json' };
import dependence from './rows/dependence.json' with { type: 'json' };
import drugClass from './rows/drug-class.json' with { type: 'json' };
import decidedRequest from './rows/decided-request.json' with { type: 'json' };
import guideline from './rows/guideline.json' with { type: 'json' };
import law from './rows/law.json' with { type: 'json' };
import leaning from './rows/leaning.json' with { type: 'json' };
import figures from './rows/figures.json' with { type: 'json' };
import patient from './rows/patient.json' with { type: 'json' };
import letter from './rows/letter.json' with { type: 'json' };
import person from './rows/person.json' with { type: 'json' };
import placeRows from './rows/place.json' with { type: 'json' };
import scope from './rows/scope.json' with { type: 'json' };
import dateRows from './rows/dates.json' with { type: 'json' };
import sums from './rows/sums.json' with { type: 'json' };
import taper from './rows/taper.json' with { type: 'json' };
import verdict from './rows/verdict.json' with { type: 'json' };

interface RowFile {
  readonly kind: string;
  readonly rows: readonly Omit<Row, 'kind'>[];
}

/** Every table of rows, a file for each topic. */
const files: readonly RowFile[] = [caseRows, history, lack, dependence, verdict, taper, decidedRequest, drugClass, scope, patient, guideline, leaning, law, criterion, placeRows, figures, sums, dateRows, person, letter];

/** All rows, in the order of their files. */
export const allRows = once((): readonly Row[] => files.flatMap(({ kind, rows }) => rows.map((row) => ({ ...row, kind: kind as StatementKind }))));

/** A row with its pattern made ready. */
export interface ReadyRow {
  readonly row: Row;
  readonly matcher: Matcher;
  /** Of each, a sentence has to have one thing; by the numbers that the index gives to things. */
  readonly needs: readonly (readonly number[])[];
  /** Where the walk over a sentence stands that came by last: a row is tried once a token, and not within what it has read. */
  readonly mark: { walk: number; tried: number; readUpTo: number };
}

/** The rows by what they can begin with. */
export interface RowIndex {
  readonly byWord: ReadonlyMap<string, readonly ReadyRow[]>;
  readonly byList: ReadonlyMap<string, readonly ReadyRow[]>;
  readonly byKind: ReadonlyMap<string, readonly ReadyRow[]>;
  readonly byNumber: readonly ReadyRow[];
  /** Those that are tried at the sentence's first word only. */
  readonly atStart: readonly ReadyRow[];
  /** The things that rows need, by their keys and names. */
  readonly neededWords: ReadonlyMap<string, number>;
  readonly neededNames: ReadonlyMap<string, number>;
}

/** Built at the first sentence. A row that can't be read throws, and says which: the tests compile every one. */
export const rowIndex = once((): RowIndex => {
  const index = {
    byWord: new Map<string, ReadyRow[]>(), byList: new Map<string, ReadyRow[]>(), byKind: new Map<string, ReadyRow[]>(), byNumber: [] as ReadyRow[], atStart: [] as ReadyRow[],
    neededWords: new Map<string, number>(), neededNames: new Map<string, number>(),
  };
  let things = 0;
  const numbered = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? things++;
    known.set(key, number);
    return number;
  };
  for (const row of allRows()) {
    const matcher = matcherOf(row);
    const needs = matcher.demands.needs.map(({ words, names }) => [...words.map((word) => numbered(index.neededWords, word)), ...names.map((name) => numbered(index.neededNames, name))]);
    const ready = { row, matcher, needs, mark: { walk: 0, tried: -1, readUpTo: 0 } };
    const { words, lists, kinds, number, start } = ready.matcher.demands;
    for (const word of words) put(index.byWord, word, ready);
    for (const list of lists) put(index.byList, list, ready);
    for (const kind of kinds) put(index.byKind, kind, ready);
    if (start) index.atStart.push(ready);
    if (number) index.byNumber.push(ready);
  }
  return index;
});

function matcherOf(row: Row): Matcher {
  try {
    return compilePattern(readPattern(row.pattern));
  } catch (error) {
    throw new Error(`The row ${row.row} can’t be used. ${(error as Error).message}`, { cause: error });
  }
}

function put(map: Map<string, ReadyRow[]>, key: string, row: ReadyRow): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
