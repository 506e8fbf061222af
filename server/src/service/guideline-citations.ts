import type { Position } from 'vscode-languageserver-types';
import type { Insertion } from '../../../protocol/insertion.ts';
import { fieldLabels } from '../determination/reading/field-labels.ts';
import type { DisputedItem } from '../determination/model.ts';
import { lastPlaceholder } from '../determination/reading/placeholder.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { fieldEdit } from '../rules/common/edits.ts';
import { lineOffers } from './citation-completion.ts';
import { cursorAt, rangeOf, type Cursor } from './cursor.ts';
import { differingPart } from './differing-part.ts';
import { guidelinePlace } from './guideline-place.ts';
import type { Letter } from './letter.ts';
import { escapeSnippet } from './plain-snippet.ts';

/**
 * The guidelines for the item at a place, best first: for the command that inserts a citation. In a guideline line they replace its words;
 * elsewhere they fill the reviewer's line, or, where that names something already, go in at the cursor. Empty outside of the items.
 */
export function guidelineCitations(letter: Letter, position: Position): Insertion[] {
  const cursor = cursorAt(letter, position);
  const { item } = cursor;
  if (!item || (item.reading.isRow && !item.reading.reviewerGuideline)) return [];
  const field = guidelinePlace(letter, cursor)?.field ?? 'reviewerGuideline';
  return lineOffers(letter, { item, field, lead: '' }).map(({ label, beside, detail, newText: line }) => {
    const { place, newText } = insertionAt(letter, item, cursor, line);
    const about = [beside, detail].filter(Boolean).join(' · ');
    return { label, ...(about && { detail: about }), snippet: escapeSnippet(newText), range: rangeOf(letter.lines, place) };
  });
}

function insertionAt(letter: Letter, item: DisputedItem, cursor: Cursor, line: string): { readonly place: Span; readonly newText: string } {
  const at = guidelinePlace(letter, cursor);
  if (at) {
    const { prose } = item.reading[at.field] ?? {};
    const place = at.wraps && prose ? shift(prose.span, item.start) : at.words;
    return prose && isOpen(prose.text) ? differingPart(letter, place, line) : { place, newText: at.lead + line };
  }
  const words = item.reading.reviewerGuideline?.prose.text ?? '';
  if (!isOpen(words)) {
    return { place: span(cursor.offset, cursor.offset), newText: line.replace(/^Decision based on /, '').replace(/\.$/, '') };
  }
  const { layout, items } = letter.determination;
  const edit = fieldEdit(item, layout, fieldLabels(items), 'reviewerGuideline', line);
  return { place: shift(edit.span, item.start), newText: edit.newText };
}

/** Nothing stands there yet, or the placeholder of a template: "Decision based on MTUS [[guideline]]." */
function isOpen(words: string): boolean {
  return words === '' || lastPlaceholder(words.replace(/\.$/, '')) !== null;
}
