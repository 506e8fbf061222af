import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { contains, type Span } from '../markdown/span.ts';
import { cursorAt, rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { folded, inSentence, repetitions, titlePlace, yamlWords } from './title-places.ts';

/** The title under the cursor, as the words to change; null where no title can be renamed. */
export function prepareRename(letter: Letter, position: Position): { range: Range; placeholder: string } | null {
  const item = itemWithTitleAt(letter, position);
  return item && { range: rangeOf(letter.lines, titlePlace(item)), placeholder: item.reading.title.text };
}

/** Why a title can't have these words, in a sentence; null where it can. */
export function titleProblem(title: string): string | null {
  if (title.trim() === '') return 'An item needs a title.';
  if (/[\r\n]/.test(title)) return 'A title stands on one line.';
  return null;
}

/**
 * Renames an item wherever the letter repeats its title word for word: in the heading, in the list of the front matter, in its own rationale
 * and in those of other items. Quotations, comments and the rest of the letter stay as they are. Null where the cursor is on no title.
 */
export function rename(letter: Letter, position: Position, newTitle: string): WorkspaceEdit | null {
  const { determination, lines, uri } = letter;
  const item = itemWithTitleAt(letter, position);
  if (!item || titleProblem(newTitle)) return null;
  const title = newTitle.trim();
  const edits = [
    { place: titlePlace(item), newText: title },
    ...listedPlaces(determination, item).map(({ place, quoted }) => ({ place, newText: yamlWords(title, quoted) })),
    ...repetitions(determination, item).map(({ place, words }) => ({ place, newText: inSentence(title, words, item.reading.title.text) })),
  ];
  return { changes: { [uri]: edits.map(({ place, newText }) => ({ range: rangeOf(lines, place), newText })) } };
}

function itemWithTitleAt(letter: Letter, position: Position): DisputedItem | null {
  const { item, offset } = cursorAt(letter, position);
  return item && item.reading.title.text !== '' && contains(titlePlace(item), offset) ? item : null;
}

function listedPlaces({ listed, text }: Determination, { reading: { title } }: DisputedItem): { place: Span; quoted: boolean }[] {
  return (listed ?? []).filter((entry) => folded(entry.text) === folded(title.text))
    .map(({ span: place }) => ({ place, quoted: /^["']/.test(text.slice(place.start, place.end)) }));
}
