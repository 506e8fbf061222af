import { span, type Span } from '../markdown/span.ts';
import type { TextEdit } from '../markdown/text-edit.ts';
import type { Letter } from './letter.ts';

/** One replacement between the first and the last character in which two texts differ. */
export function smallestEdit(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/**
 * An edit without what stands there already at its start and its end. In an editor the tab stops around a placeholder live on only
 * where nothing but the placeholder is replaced.
 */
export function differingPart({ lines }: Letter, { start, end }: Span, newText: string): { readonly place: Span; readonly newText: string } {
  const edit = smallestEdit(lines.text.slice(start, end), newText);
  return { place: span(start + edit.start, start + edit.end), newText: edit.newText };
}
