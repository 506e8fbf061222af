import { apart, step } from './steps.ts';

/**
 * An object that never changes and has room for what is read of it. A class may be one; so may nothing else, since a copy would take what was read of
 * the original for its own.
 */
export class Keeping {
  readonly #kept: unknown[] = [];

  /** What the reader of this number has read of an object; undefined where it hasn't, or where the object has no room. */
  static read(key: object, reader: number): unknown {
    return #kept in key ? key.#kept[reader] : undefined;
  }

  /** False where the object has no room. */
  static keep(key: object, reader: number, value: unknown): boolean {
    if (!(#kept in key)) return false;
    key.#kept[reader] = value;
    return true;
  }
}

/** Stands for undefined among what was read. */
const UNDEFINED = Symbol('undefined');
let readers = 0;

/** Reads something out of an object that never changes, once, and keeps it as long as the object is there: the one memory by identity. */
export function keptBy<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const reader = readers++;
  const beside = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    step();
    const known = Keeping.read(key, reader);
    if (known !== undefined) return (known === UNDEFINED ? undefined : known) as T;
    const other = beside.get(key);
    if (other) return other.value;
    const value = apart(read, key);
    if (!Keeping.keep(key, reader, value === undefined ? UNDEFINED : value)) beside.set(key, { value });
    return value;
  };
}
