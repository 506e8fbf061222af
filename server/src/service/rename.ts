import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Determination, DisputedItem, Prose } from '../determination/model.ts';
import { withoutQuotations } from '../determination/quotations.ts';
import { contains, shift, span, type Span } from '../markdown/span.ts';
import { cursorAt, rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { inDocument } from './mentions.ts';

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

function titlePlace({ start, reading: { title } }: DisputedItem): Span {
  return shift(title.span, start);
}

function listedPlaces({ listed, text }: Determination, { reading: { title } }: DisputedItem): { place: Span; quoted: boolean }[] {
  return (listed ?? []).filter((entry) => folded(entry.text) === folded(title.text))
    .map(({ span: place }) => ({ place, quoted: /^["']/.test(text.slice(place.start, place.end)) }));
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Where rationales repeat the title. Of another item's rationale, only a title of several words is taken for this item's. */
function repetitions({ items }: Determination, item: DisputedItem): { place: Span; words: string }[] {
  const title = item.reading.title.text;
  const isAmbiguous = items.some((other) => other !== item && folded(other.reading.title.text) === folded(title));
  const longer = items.map(({ reading }) => reading.title.text).filter((other) => other.length > title.length && folded(other).includes(folded(title)));
  return items.flatMap((other) => {
    const prose = other.reading.rationale?.prose;
    if (!prose || (other !== item && (isAmbiguous || !title.includes(' ')))) return [];
    return occurrences(prose, title, longer).map((place) => ({ place: inDocument(other, prose, place), words: prose.text.slice(place.start, place.end) }));
  });
}

/** The title's places in a text's own words, its first letter in either case; none within the longer title of another item. */
function occurrences({ text }: Prose, title: string, longer: readonly string[]): Span[] {
  const own = withoutQuotations(text);
  const taken = longer.flatMap((words) => placesOf(own, words));
  return placesOf(own, title).filter((place) => !taken.some((other) => other.start <= place.start && place.end <= other.end));
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = [];
  const [first = '', rest] = [words[0], words.slice(1)];
  for (let at = text.indexOf(rest, 1); at >= 1; at = text.indexOf(rest, at + 1)) {
    const start = at - 1;
    const end = at + rest.length;
    if (text[start]?.toLowerCase() === first.toLowerCase() && !isLetter(text[start - 1]) && !isLetter(text[end])) places.push(span(start, end));
    if (rest === '') break;
  }
  return text.startsWith(words) && !isLetter(text[words.length]) && !places.some(({ start }) => start === 0) ? [span(0, words.length), ...places] : places;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** As the words that it replaces, a title within a sentence begins small; an abbreviation keeps its capitals. */
function inSentence(title: string, replaced: string, old: string): string {
  const wasLowered = replaced[0] !== old[0] && replaced[0] === old[0]?.toLowerCase();
  return wasLowered && /^\p{Lu}\p{Ll}/u.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title;
}

/** Plain words as YAML reads them; in quotation marks where they had them, or where a plain list entry would be read as something else. */
function yamlWords(words: string, quoted: boolean): string {
  const isPlain = /^[\p{L}\d(][^#\n]*$/u.test(words) && !/:(?:\s|$)|\s$/.test(words) && !/^(?:true|false|yes|no|null|on|off|[\d.]+)$/i.test(words);
  return isPlain && !quoted ? words : JSON.stringify(words);
}
