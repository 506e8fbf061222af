import { once } from '../vocabulary/phrases.ts';
import { languageTables } from './tables.ts';

/** The vocabularies whose words are found in the one pass; what has a grammar of its own (dates, quantities, levels) is read beside it. */
export const MENTION_KINDS = ['drug', 'drug-class', 'treatment', 'region', 'finding', 'perioperative'] as const;

export type MentionKind = (typeof MENTION_KINDS)[number];

/** The lists, then the vocabularies, in the order of their numbers. */
export const allNames = once((): readonly string[] => [...languageTables().lists, ...MENTION_KINDS]);
const numbers = once((): ReadonlyMap<string, number> => new Map(allNames().map((name, number) => [name, number])));

/** The number of a list or a vocabulary; undefined where there is none of the name. */
export function numberOfName(name: string): number | undefined {
  return numbers().get(name);
}

/** Bits in one number that V8 keeps in place. */
const BITS = 30;

/** Some of the lists and vocabularies, a bit each: a thousand sentences are kept with the names of what stands in them. */
export class NameSet {
  readonly #bits: number[] = [];

  /** Those whose name is wanted. */
  static of(isWanted: (name: string) => boolean): NameSet {
    const set = new NameSet();
    for (const [number, name] of allNames().entries()) if (isWanted(name)) set.add(number);
    return set;
  }

  add(number: number): void {
    const at = Math.floor(number / BITS);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (number % BITS));
  }

  has(name: string): boolean {
    const number = numbers().get(name);
    return number !== undefined && ((this.#bits[Math.floor(number / BITS)] ?? 0) & (1 << (number % BITS))) !== 0;
  }

  /** Whether the two have a name in common. */
  meets(other: NameSet): boolean {
    return this.#bits.some((bits, i) => (bits & (other.#bits[i] ?? 0)) !== 0);
  }

  /** Calls with the number of each. */
  each(visit: (number: number) => void): void {
    for (let i = 0; i < this.#bits.length; i++) {
      for (let bits = this.#bits[i] ?? 0; bits !== 0; bits &= bits - 1) visit(i * BITS + 31 - Math.clz32(bits & -bits));
    }
  }
}
