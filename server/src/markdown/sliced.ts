/** Work that stops now and then: whoever does it says when it goes on, and whether. */
export type Sliced<T> = Generator<void, T>;

/** Does all of some work without a stop. */
export function allAtOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
