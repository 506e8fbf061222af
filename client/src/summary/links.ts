import type { Range } from 'vscode-languageclient';
import type { LetterSummary } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';

/** The command of the summary's links. No command of the palette. */
export const SHOW_IN_LETTER = 'imr.showInLetter';

/**
 * The address of a place in the letter. It names the thing and not the line, so that the page stays the same while lines move:
 * a page that is written again takes the keyboard's place away.
 */
export function placeLink(id: string): string {
  return `command:${SHOW_IN_LETTER}?${encodeURIComponent(JSON.stringify([id]))}`;
}

export function link(id: string, words: string): string {
  return `<a href="${placeLink(id)}">${escapeHtml(words)}</a>`;
}

/** Where the links of a summary lead. */
export function placesOf({ items, undecided, citations, dates }: LetterSummary): ReadonlyMap<string, Range> {
  return new Map([
    ...items.map(({ number, selectionRange }) => [`item-${number}`, selectionRange] as const),
    ...undecided.map(({ range }, index) => [`undecided-${index}`, range] as const),
    ...citations.map(({ range }, index) => [`citation-${index}`, range] as const),
    ...dates.flatMap(({ range }, index) => (range ? [[`date-${index}`, range] as const] : [])),
  ]);
}
