import type { DisputedItem } from '../determination/model.ts';
import { startOfLine } from '../markdown/source-lines.ts';
import { span, type Span } from '../markdown/span.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import { applyEdits } from './fix-all.ts';

/**
 * What moves when an item moves: its words, with the comments right above its heading, and without the blank lines behind. Offsets of the document,
 * in the order of the items.
 */
export function itemPieces(text: string, items: readonly DisputedItem[]): Span[] {
  const starts = items.map(({ start }, i) => commentsAbove(text, start, items[i - 1]?.start ?? 0));
  return items.map(({ start, end }, i) => {
    const from = starts[i] ?? start;
    const to = Math.min(end, starts[i + 1] ?? end);
    return span(from, start + text.slice(start, to).trimEnd().length);
  });
}

/** Where the comments begin that speak of the heading at that place: those that stand right above it, or silence what comes next. */
function commentsAbove(text: string, heading: number, floor: number): number {
  let at = startOfLine(text, heading);
  for (;;) {
    const before = text.slice(floor, at).trimEnd();
    const opening = before.endsWith('-->') ? before.lastIndexOf('<!--') : -1;
    if (opening < 0 || !startsItsLine(before, opening)) return at;
    const isRightAbove = (text.slice(floor + before.length, at).match(/\n|\r(?!\n)/g) ?? []).length === 1;
    if (!isRightAbove && !before.startsWith('<!-- imr-disable-next-line', opening)) return at;
    at = floor + opening;
  }
}

function startsItsLine(text: string, at: number): boolean {
  return text.slice(startOfLine(text, at), at).trim() === '';
}

/** A piece of the text with those edits made that lie in it. */
export function pieceText(text: string, { start, end }: Span, edits: readonly FixEdit[]): string {
  const own = edits.filter(({ span: place }) => start <= place.start && place.end <= end);
  return applyEdits(text.slice(start, end), own.map(({ span: place, newText }) => ({ span: span(place.start - start, place.end - start), newText })));
}
