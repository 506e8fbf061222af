import type { Position } from 'vscode-languageserver-types';
import type { Insertion } from '../../../protocol/insertion.ts';
import { fieldLabels } from '../determination/reading/field-labels.ts';
import type { DisputedItem } from '../determination/model.ts';
import { isPlaceholder } from '../determination/reading/placeholder.ts';
import { shift, span } from '../markdown/span.ts';
import { fieldEdit } from '../rules/common/edits.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import type { RationaleTemplate } from '../snippets/template.ts';
import { cursorAt, rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { plainSnippet } from './plain-snippet.ts';
import { rationaleTexts } from './rationale-texts.ts';

/** The templates for the item at a place, best first: for the command that inserts a rationale. Empty outside of the items. */
export function rationaleTemplates(letter: Letter, position: Position, team: readonly RationaleTemplate[] = []): Insertion[] {
  const { item, offset } = cursorAt(letter, position);
  // Paragraphs would end the table that the item is a row of.
  if (!item || item.reading.isRow) return [];
  return rationaleTexts(letter, item, 'snippet', team).map(({ template, text, why, fits }) => {
    const { span: place, newText } = insertionEdit(letter, item, offset, text);
    return { label: template.title, detail: why, text: plainSnippet(text), ...(!fits && { other: true }), snippet: newText, range: rangeOf(letter.lines, place) };
  });
}

/** Behind its label; words that stand there already are kept: the new ones go in at the cursor, or below them. */
function insertionEdit({ determination: { layout, items } }: Letter, item: DisputedItem, offset: number, text: string): FixEdit {
  const { rationale } = item.reading;
  if (!rationale || rationale.prose.text === '' || isPlaceholder(rationale.prose.text)) {
    const edit = fieldEdit(item, layout, fieldLabels(items), 'rationale', text);
    return { ...edit, span: shift(edit.span, item.start) };
  }
  const words = shift(rationale.prose.span, item.start);
  if (words.start <= offset && offset <= words.end) return { span: span(offset, offset), newText: text };
  return { span: span(words.end, words.end), newText: `\n\n${text}` };
}
