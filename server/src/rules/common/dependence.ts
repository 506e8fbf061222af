import type { Dependency, Determination, DecisionValue, DisputedItem, Prose } from '../../determination/model.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Related } from '../engine/rule.ts';

// What rules on items ask of the letter's dependencies.

type Letter = Pick<Determination, 'items' | 'dependencies'>;

/** That an item hangs on another, and what is decided there. Span: counts from the item that hangs. */
export interface Tie {
  readonly item: number;
  readonly reason: Dependency['reason'];
  readonly span: Span;
  readonly parent: number;
  readonly decision: DecisionValue | null;
  readonly heading: Span;
  readonly title: Prose;
}

export const tiesOf = keptBy(({ items, dependencies }: Letter): readonly Tie[] => dependencies.flatMap(({ item, parent, reason, span }) => {
  const own = items[item - 1];
  const reading = items[parent - 1]?.reading;
  return own && reading
    ? [{ item, reason, span: shift(span, -own.start), parent, decision: reading.decision?.value ?? null, heading: reading.heading, title: reading.title }] : [];
}));

/** A tie without the places, which move as somebody types. */
export type ParentDecision = Pick<Tie, 'item' | 'parent' | 'decision'>;

export function parentDecisionsOf({ items, dependencies }: Letter): readonly ParentDecision[] {
  return dependencies.map(({ item, parent }) => ({ item, parent, decision: items[parent - 1]?.reading.decision?.value ?? null }));
}

/** The numbers of the items that hang on another. */
export function dependantsOf({ dependencies }: Letter): readonly number[] {
  return [...new Set(dependencies.map(({ item }) => item))];
}

/** What ties an item to its parents. */
export function tiesOfItem({ number }: DisputedItem, ties: readonly Tie[]): readonly Tie[] {
  return ties.filter(({ item }) => item === number);
}

/** Where a parent's decision stands. */
export function parentPlace({ parent, heading, decision }: Tie): Related {
  return { span: heading, of: parent, message: `Item ${parent} is ${decision}` };
}
