import type { PartialRequest } from '../../determination/model.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { comparable, findQuantities, type Quantity } from '../../vocabulary/quantities.ts';

/** What was requested, what was authorised of it, and what the title says remains: figures of one kind and unit. Spans: in the parts of the request. */
export interface PartialSum {
  readonly original: Mention<Quantity>;
  readonly authorized: Mention<Quantity>;
  readonly remaining: Mention<Quantity>;
  /** Original less authorised. */
  readonly rest: number;
  readonly isRight: boolean;
}

/** The sum that the title of a partly authorised request does; null where it has several figures of a kind, ranges, different units, or where all of them was authorised and refills are in dispute. */
export function partialSum(partial: PartialRequest | null): PartialSum | null {
  if (!partial?.remaining) return null;
  for (const kind of ['sessions', 'count', 'duration'] as const) {
    const original = only(partial.original, kind);
    const authorized = only(partial.authorized, kind);
    const remaining = only(partial.remaining, kind);
    if (!original || !authorized || !remaining || !comparable(original.value, remaining.value) || !comparable(authorized.value, remaining.value)) continue;
    const [from, less, left] = [original, authorized, remaining].map(({ value }) => value.values[0] ?? 0) as [number, number, number];
    return from <= less ? null : { original, authorized, remaining, rest: from - less, isRight: from - less === left };
  }
  return null;
}

/** The one figure of a kind, where there is exactly one and it is no range. */
function only(text: string, kind: Quantity['kind']): Mention<Quantity> | null {
  const found = findQuantities(text).filter(({ value }) => value.kind === kind);
  const first = found[0];
  return first && found.length === 1 && !first.value.range && first.value.values.length === 1 ? first : null;
}
