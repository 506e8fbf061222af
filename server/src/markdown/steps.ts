/** Thrown where a piece of work has taken all the steps that it may. */
export class Overrun extends Error {
  override readonly name = 'Overrun';
}

let left = Infinity;

/** Counts one step of the work that is on: a look at something that was read. Steps are counted and not timed, so that a text has one answer on any machine. */
export function step(): void {
  if (--left < 0) throw new Overrun();
}

/** From now on so many steps may be taken. Gives what was left, which has to be put back: `within` does, where a function more costs nothing. */
export function allow(steps: number): number {
  const before = left;
  left = steps;
  return before;
}

/** Does some work that may take so many steps. @throws Overrun where it takes more */
export function within<T>(steps: number, work: () => T): T {
  const before = allow(steps);
  try {
    return work();
  } finally {
    allow(before);
  }
}

/**
 * Does work whose result is kept: it counts for itself, so that whoever asks first has no other count than who asks later. Work that nobody
 * counts takes as many steps as it likes.
 */
export function apart<K, T>(read: (key: K) => T, key: K): T {
  const before = left;
  if (before === Infinity) return read(key);
  left = MOST_APART;
  try {
    return read(key);
  } finally {
    left = before;
  }
}

const MOST_APART = 5_000_000;
