import { readTokens } from '../../language/tokens.ts';

interface KeyedPhrase<T> {
  readonly keys: readonly string[];
  readonly written: string | null;
  readonly value: T;
}

/** Phrases by their first words, the longest first. */
export class KeyedPhrases<T> {
  readonly #byFirst = new Map<string, KeyedPhrase<T>[]>();

  constructor(named: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of named) {
      const { keys } = readTokens(phrase);
      const [first = ''] = keys;
      const known = this.#byFirst.get(first) ?? [];
      this.#byFirst.set(first, known);
      known.push({ keys, written: isAbbreviation(phrase) ? phrase : null, value });
    }
    for (const known of this.#byFirst.values()) known.sort((one, other) => other.keys.length - one.keys.length);
  }

  /** All values of the longest phrase that begins at a token, and the token behind it. An abbreviation has to be written in capitals. */
  at({ keys, text, starts, ends }: ReturnType<typeof readTokens>, at: number): { readonly values: readonly T[]; readonly to: number } | null {
    const known = this.#byFirst.get(keys[at] ?? '');
    if (!known) return null;
    const standing = known.filter((each) => each.keys.every((key, i) => keys[at + i] === key) && (each.written === null || text.slice(starts[at], ends[at + each.keys.length - 1]).replaceAll('-', ' ').startsWith(each.written)));
    const [longest] = standing;
    if (!longest) return null;
    return { values: standing.filter((each) => each.keys.length === longest.keys.length).map(({ value }) => value), to: at + longest.keys.length };
  }
}

function isAbbreviation(phrase: string): boolean {
  return /^[A-Z0-9 ]{2,6}$/.test(phrase);
}
