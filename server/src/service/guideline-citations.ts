import type { Position } from 'vscode-languageserver-types';
import type { DisputedItem } from '../determination/model.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { fieldEdit } from '../rules/edits.ts';
import { lineOffers } from './citation-completion.ts';
import { cursorAt, rangeOf, type Cursor } from './cursor.ts';
import { guidelinePlace } from './guideline-place.ts';
import type { Insertion } from './insertion.ts';
import type { Letter } from './letter.ts';
import { escapeSnippet } from './plain-snippet.ts';

/**
 * The guidelines for the item at a place, best first: for the command that inserts a citation. In a guideline line they replace its words;
 * elsewhere they fill the reviewer's line, or, where that says something already, go in at the cursor. Empty outside of the items.
 */
export function guidelineCitations(letter: Letter, position: Position): Insertion[] {
  const cursor = cursorAt(letter, position);
  const { item } = cursor;
  if (!item) return [];
  const field = guidelinePlace(letter, cursor)?.field ?? 'reviewerGuideline';
  return lineOffers(letter, { item, field, lead: '' }).map(({ label, beside, detail, newText }) => {
    const { place, text } = insertionAt(letter, item, cursor, newText);
    const about = [beside, detail].filter(Boolean).join(' · ');
    return { label, ...(about && { detail: about }), snippet: escapeSnippet(text), range: rangeOf(letter.lines, place) };
  });
}

function insertionAt(letter: Letter, item: DisputedItem, cursor: Cursor, line: string): { place: Span; text: string } {
  const at = guidelinePlace(letter, cursor);
  if (at) {
    const { prose } = item.reading[at.field] ?? {};
    const place = at.wraps && prose ? shift(prose.span, item.start) : at.words;
    return { place, text: at.lead + line };
  }
  if (item.reading.reviewerGuideline?.prose.text) {
    return { place: span(cursor.offset, cursor.offset), text: line.replace(/^Decision based on /, '').replace(/\.$/, '') };
  }
  const edit = fieldEdit(item, letter.determination.layout, 'reviewerGuideline', line);
  return { place: shift(edit.span, item.start), text: edit.newText };
}
