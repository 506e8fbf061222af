import type { Determination, DisputedItem } from '../determination/model.ts';
import { lineBreakOf } from '../markdown/source-lines.ts';
import { overlap, span } from '../markdown/span.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import type { Change } from './item-change.ts';
import { headingNumber, renumbered } from './item-numbers.ts';
import { splitEntries } from './item-list-entries.ts';
import { itemPieces, pieceText } from './item-pieces.ts';
import { inSentence, repetitions, titlePlace } from './title-places.ts';

const ASSOCIATED = /^associated surgical services?:\s*/i;
/** Between two requests of one title. */
const JOINT = /,? (?:and|plus|&) |; /g;

/** The two titles that an item's can be taken apart into, at each “and” outside of brackets. A prefix stays before both. */
export function splitTitles({ reading: { title } }: DisputedItem): Parts[] {
  return partsOf(title.text);
}

type Parts = readonly [string, string];

function partsOf(title: string): Parts[] {
  const prefix = ASSOCIATED.exec(title)?.[0] ?? '';
  const words = title.slice(prefix.length);
  return [...words.matchAll(JOINT)].flatMap(({ index, 0: joint }) => {
    const parts = [words.slice(0, index).trim(), words.slice(index + joint.length).trim()] as const;
    return isOpen(parts[0]) || !parts.every(isRequest) ? [] : [[prefix + parts[0], prefix + inCapital(parts[1])] as const];
  });
}

/** Whether a bracket is still open at the end. */
function isOpen(words: string): boolean {
  return words.split('(').length !== words.split(')').length;
}

/** “1 and 2” are numbers of something, and no requests. */
function isRequest(words: string): boolean {
  return /^\p{L}/u.test(words) && /\p{L}{2}/u.test(words);
}

function inCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Two items for one, with the same decision, guidelines and words: what belongs to which of them is the reviewer's to say. */
export function splitItem(letter: Determination, item: DisputedItem, titles: Parts): Change {
  const { text, items } = letter;
  const newNumbers = (each: number): readonly number[] => (each < item.number ? [each] : each === item.number ? [each, each + 1] : [each + 1]);
  const numbers = renumbered(letter, newNumbers);
  const piece = itemPieces(text, items)[item.number - 1]!;
  const [first, second] = titles.map((title) => titleEdits(letter, item, title)) as [FixEdit[], FixEdit[]];
  const beside = (edits: readonly FixEdit[]): FixEdit[] => numbers.filter((each) => !edits.some((edit) => overlap(edit.span, each.span)));
  const others = [...beside(second), ...second, ...headingNumber(text, item, item.number + 1)];
  const eol = lineBreakOf(text);
  const added = `${eol}${eol}${pieceText(text, span(item.start, piece.end), others)}`;
  return { edits: [...beside(first), ...first, { span: span(piece.end, piece.end), newText: added }, ...splitEntries(letter, item, (entry) => entryParts(entry, item, titles))], newNumbers, item: item.number };
}

/** The list may have other words than the heading, such as a quantity: they are taken apart at the same place. */
function entryParts(entry: string, item: DisputedItem, titles: Parts): Parts {
  const [own, ofItem] = [partsOf(entry), splitTitles(item)];
  const at = ofItem.findIndex(([first]) => first === titles[0]);
  return own.length === ofItem.length ? own[at] ?? titles : titles;
}

/** A title, wherever the item's own words repeat the old one. */
function titleEdits(letter: Determination, item: DisputedItem, title: string): FixEdit[] {
  const old = item.reading.title.text;
  const own = repetitions(letter, item).filter(({ place }) => item.start <= place.start && place.end <= item.end);
  return [{ span: titlePlace(item), newText: title }, ...own.map(({ place, words }) => ({ span: place, newText: inSentence(title, words, old) }))];
}
