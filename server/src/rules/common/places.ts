import { shift, type Span } from '../../markdown/span.ts';
import type { DisputedItem } from '../../determination/model.ts';

// Rules that see the whole letter speak of offsets of the document, while an item's places count from its start.

/** A place of an item in offsets of the document. */
export function place(item: DisputedItem, within: Span): Span {
  return shift(within, item.start);
}
