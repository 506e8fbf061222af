import type { Row } from './statement.ts';

/** A row as the program needs it, without its name and the sentences that are its tests. */
export interface TableRow extends Pick<Row, 'kind' | 'says' | 'pattern'> {
  /** Of each, a sentence has to have one thing: 2n is the nth of `neededWords`, 2n + 1 of `neededNames`. */
  readonly needs: readonly (readonly number[])[];
}

/** A phrase behind its first word: the places among `lists` of those that have it, the keys of its other words, and the phrase itself where case or number count. */
export type TablePhrase = readonly [lists: readonly number[], others: string, exact?: string];

/**
 * What is made of rows and lists before a letter is read, as plain data: the packaged program holds it (`scripts/build.mjs`), tests make it as they start.
 * Rows are meant by their places.
 */
export interface LanguageTables {
  readonly rows: readonly TableRow[];
  readonly byWord: Readonly<Record<string, readonly number[]>>;
  readonly byList: Readonly<Record<string, readonly number[]>>;
  readonly byKind: Readonly<Record<string, readonly number[]>>;
  readonly byNumber: readonly number[];
  readonly atStart: readonly number[];
  readonly neededWords: readonly string[];
  readonly neededNames: readonly string[];
  /** The names of the lists. */
  readonly lists: readonly string[];
  /** By the key of their first word, as `packPhrases` makes them. */
  readonly phrases: Readonly<Record<string, string>>;
}
