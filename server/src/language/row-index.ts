import { once } from '../vocabulary/phrases.ts';
import { NUMBER } from './demands.ts';
import { matcherOf, type Matcher } from './matcher.ts';
import { allNames } from './name-set.ts';
import { languageTables } from './tables.ts';
import type { TableRow } from './table-row.ts';

/** A row that is ready to be tried. */
export interface ReadyRow {
  readonly row: TableRow;
  /** Its place among all rows. */
  readonly place: number;
  readonly matchAt: Matcher;
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
  /** The numbers of the things that rows need: words by their keys, lists and vocabularies by their own numbers, and a number in digits. */
  readonly neededWords: ReadonlyMap<string, number>;
  readonly neededNames: readonly (number | undefined)[];
  readonly neededNumber: number | undefined;
}

/** Made at the first sentence. */
export const rowIndex = once((): RowIndex => {
  const { rows, byWord, byList, byKind, byNumber, atStart, neededWords, neededNames } = languageTables();
  const numbersOfNames = new Map(neededNames.map((name, place) => [name, 2 * place + 1]));
  const ready = rows.map((row, place): ReadyRow => ({ row, place, matchAt: matcherOf(row.pattern), mark: { walk: 0, tried: -1, readUpTo: 0 } }));
  const chosen = (numbers: readonly number[]): readonly ReadyRow[] => numbers.flatMap((number) => ready[number] ?? []);
  const chosenBy = (table: Readonly<Record<string, readonly number[]>>) => new Map(Object.entries(table).map(([key, numbers]) => [key, chosen(numbers)] as const));
  return {
    byWord: chosenBy(byWord), byList: chosenBy(byList), byKind: chosenBy(byKind), byNumber: chosen(byNumber), atStart: chosen(atStart),
    neededWords: new Map(neededWords.map((word, place) => [word, 2 * place])), neededNames: allNames().map((name) => numbersOfNames.get(name)), neededNumber: numbersOfNames.get(NUMBER),
  };
});
