import { apart, step } from './steps.ts';

/**
 * An object that never changes and has room for what is read of it. A class may be one; so may nothing else, since a copy would take what was read of
 * the original for its own. The readers of each class are numbered as they first come, so that little of the room stays empty.
 */
export class Keeping {
  readonly #kept: unknown[] = [];
  readonly #class: unknown;

  constructor() {
    this.#class = new.target;
  }

  /** The class of an object that has room; null for any other. */
  static classOf(key: object): unknown {
    return #kept in key ? key.#class : null;
  }

  /** What the reader of this number has read of an object that has room; undefined where it hasn't. */
  static read(key: object, reader: number): unknown {
    return (key as Keeping).#kept[reader];
  }

  static keep(key: object, reader: number, value: unknown): void {
    (key as Keeping).#kept[reader] = value;
  }
}

/** Gives back the object that it is called with: a class below it gives that object its private fields. */
class Same {
  constructor(key: object) {
    return key;
  }
}

/**
 * Room for what is read of any other object, in the object itself, and private, so that no copy takes it. A WeakMap would do the same, and keep each letter until
 * the next full collection of garbage: V8 takes what a WeakMap holds for alive once that has grown old.
 */
class Beside extends Same {
  /** Readers, and behind each what it has read: few read an object that has no room of its own. */
  readonly #kept: unknown[] = [];

  static read(key: object, reader: unknown): unknown {
    if (!(#kept in key)) return undefined;
    const kept = key.#kept;
    for (let i = 0; i < kept.length; i += 2) if (kept[i] === reader) return kept[i + 1];
    return undefined;
  }

  static keep(key: object, reader: unknown, value: unknown): void {
    const room = #kept in key ? key : (new Beside(key));
    room.#kept.push(reader, value);
  }
}

/** How many readers each class has. */
const readers = new Map<unknown, number>();

function nextOf(kind: unknown): number {
  const next = readers.get(kind) ?? 0;
  readers.set(kind, next + 1);
  return next;
}

/** Stands for undefined among what was read. */
const UNDEFINED = Symbol('undefined');
/** Most readers find nothing in most objects, and all of them keep the same. */
const NOTHING: readonly never[] = [];

/** Reads something out of an object that never changes, once, and keeps it as long as the object is there: the one memory by identity. */
export function keptBy<K extends object, T>(read: (key: K) => T): (key: K) => T {
  // A reader has its number in the class that it met first.
  let own: unknown = null;
  let reader = 0;
  return (key) => {
    step();
    const kind = Keeping.classOf(key);
    if (own === null && kind !== null) [own, reader] = [kind, nextOf(kind)];
    const hasRoom = kind !== null && kind === own;
    const known = hasRoom ? Keeping.read(key, reader) : Beside.read(key, read);
    if (known !== undefined) return (known === UNDEFINED ? undefined : known) as T;
    const found = apart(read, key);
    // Whoever asks first gets what all others get: identity tells that nothing has changed.
    const value = isNothing(found) ? (NOTHING as T) : found;
    const kept = value === undefined ? UNDEFINED : value;
    if (hasRoom) Keeping.keep(key, reader, kept);
    else Beside.keep(key, read, kept);
    return value;
  };
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
