import { span, type Span } from '../markdown/span.ts';
import type { Letter } from './letter.ts';

/**
 * An edit without what stands there already at its start and its end. In an editor the tab stops around a placeholder live on only
 * where nothing but the placeholder is replaced.
 */
export function differingPart({ lines }: Letter, { start, end }: Span, newText: string): { readonly place: Span; readonly newText: string } {
  const old = lines.text.slice(start, end);
  const least = Math.min(old.length, newText.length);
  let before = 0;
  while (before < least && old[before] === newText[before]) before++;
  let behind = 0;
  while (behind < least - before && old.at(-1 - behind) === newText.at(-1 - behind)) behind++;
  return { place: span(start + before, end - behind), newText: newText.slice(before, newText.length - behind) };
}
