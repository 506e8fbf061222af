import { shift } from '../../markdown/span.ts';
import { listedFor } from './decision-list.ts';
import type { DisputedItem, ItemReading, ListedDecision } from '../model.ts';

/**
 * Gives an item without a decision of its own, or with that of its last sentence only, the one that the letter's list has for it. Its place
 * counts from the item's start as all places do, so it may lie before it. Of the same reading and the same place comes the same object.
 */
export function createListedDecisions(): (item: DisputedItem, list: readonly ListedDecision[]) => DisputedItem {
  const kept = new WeakMap<ItemReading, ItemReading>();
  return (item, list) => {
    const { reading, start } = item;
    if (list.length === 0 || (reading.decision && !isConcluded(reading))) return item;
    const listed = listedFor(reading.title.text, list);
    if (!listed) return item;
    const decision = { ...listed.decision, span: shift(listed.decision.span, -start) };
    const known = kept.get(reading)?.decision;
    const isSame = known?.word === decision.word && known.span.start === decision.span.start;
    const decided = isSame ? kept.get(reading)! : { ...reading, decision };
    kept.set(reading, decided);
    return { ...item, reading: decided };
  };
}

/** The decision is nothing but the words of the conclusion. */
function isConcluded({ decision, rationale }: ItemReading): boolean {
  return decision !== null && rationale !== null && decision.span.start >= rationale.prose.span.start && decision.span.end <= rationale.prose.span.end;
}
