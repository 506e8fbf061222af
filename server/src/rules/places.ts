import { shift, type Span } from '../markdown/span.ts';
import type { DisputedItem, Prose } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import type { FixEdit } from './rule.ts';

// Rules that see the whole letter speak of offsets of the document, while an item's places count from its start.

/** A place of an item in offsets of the document. */
export function place(item: DisputedItem, within: Span): Span {
  return shift(within, item.start);
}

/** A place in the words of an item's field in offsets of the document. */
export function placeInProse(item: DisputedItem, prose: Prose, within: Span): Span {
  return shift(sourceSpan(prose, within), item.start);
}

export function placeEdit(item: DisputedItem, edit: FixEdit): FixEdit {
  return { ...edit, span: shift(edit.span, item.start) };
}
