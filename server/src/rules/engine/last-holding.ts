import type { Span } from '../../markdown/span.ts';

/** Tells for an offset the last of some spans that hold it, ends included: its place among them; -1 where none does. */
export type LastHolding = (offset: number) => number;

/** A question costs the logarithm of how many spans there are, however they lie in each other. */
export function lastHolding(spans: readonly Span[]): LastHolding {
  const bounds = [...new Set(spans.flatMap(({ start, end }) => [start, end + 1]))].sort((one, other) => one - other);
  const at = new Map(bounds.map((bound, i) => [bound, i]));
  // Between two bounds the answer is the same. The last span takes its stretches first, and whatever is taken is leapt over.
  const owners = new Array<number>(bounds.length).fill(-1);
  const free = bounds.map((_, i) => i);
  const firstFree = (from: number): number => {
    let found = from;
    while (found < bounds.length && free[found] !== found) found = free[found]!;
    for (let i = from; i < found;) {
      const next = free[i]!;
      free[i] = found;
      i = next;
    }
    return found;
  };
  for (let i = spans.length - 1; i >= 0; i--) {
    const to = at.get(spans[i]!.end + 1)!;
    for (let stretch = firstFree(at.get(spans[i]!.start)!); stretch < to; stretch = firstFree(stretch)) {
      owners[stretch] = i;
      free[stretch] = stretch + 1;
    }
  }
  return (offset) => owners[lastBefore(bounds, offset)] ?? -1;
}

/** The place of the last of the ascending numbers that isn't above the one; -1 where all are. */
function lastBefore(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! <= limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
