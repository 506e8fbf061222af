// Parts of the patterns for what is a row of characters: names, degrees, numbers. Each gives the source of a regular expression.

/** One of some ways, each a source itself, the first that fits. */
export function anyOf(ways: readonly string[]): string {
  return `(?:${ways.join('|')})`;
}

/** One of some words as they are written, the longest first. */
export function wordsOf(words: readonly string[]): string {
  return anyOf([...words].sort((one, other) => other.length - one.length).map((word) => word.replace(/[.#]/g, '\\$&')));
}

/** A degree behind a name, with or without its full stops: "M.D", "PhD". */
export function degreesOf(degrees: readonly string[]): string {
  return `${anyOf([...degrees].sort((one, other) => other.length - one.length).map((degree) => degree.replaceAll('.', '\\.?')))}\\b`;
}

/** "Roe", "Roe-Smith". */
export const NAME = '[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?';

/** "Jane Roe", "Jane Q. Roe". */
export const PERSON = `[A-Z][a-z]{1,20}(?: [A-Z]\\.)? ${NAME}`;
