import type { Arranged, Arranging } from '../../../protocol/arrangement.ts';
import { goesOnWithSource, leansOnItemBefore } from '../determination/argument/leaning.ts';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { createLetterReader } from '../determination/reading/read.ts';
import { numberGroups } from '../determination/argument/references.ts';
import { parseBlocks } from '../markdown/parse.ts';
import { itemName } from '../rules/common/wording.ts';
import { itemByNumber, rangeOf } from './cursor.ts';
import { applyEdits } from './fix-all.ts';
import type { Change } from './item-change.ts';
import { looseNumbers, type NewNumbers } from './item-numbers.ts';
import type { Letter } from './letter.ts';
import { mergeItems } from './merge-items.ts';
import { moveItem } from './move-item.ts';
import { splitItem, splitTitles } from './split-item.ts';

const NOTHING = { edits: [], item: 0, notes: [], choices: [] } as const;

/** Answers `imr/arrangeItems`: moves an item, makes one of two or two of one. All that names items by number follows, and the list of what is in dispute. */
export function arrangeItems(letter: Letter, arranging: Arranging): Arranged {
  const { determination } = letter;
  const item = itemByNumber(determination, arranging.item);
  const problem = item ? problemOf(determination, item, arranging) : `The letter has no item ${arranging.item}.`;
  if (!item || problem !== null) return { ...NOTHING, item: arranging.item, problem };
  const change = changeOf(determination, item, arranging);
  if (Array.isArray(change)) return { ...NOTHING, item: arranging.item, problem: null, choices: change };
  return {
    edits: change.edits.map(({ span, newText }) => ({ range: rangeOf(letter.lines, span), newText })),
    item: change.item, notes: notesOn(determination, change), problem: null, choices: [],
  };
}

function changeOf(letter: Determination, item: DisputedItem, arranging: Arranging): Change | string[] {
  if (arranging.kind === 'move') return moveItem(letter, item.number, arranging.to);
  if (arranging.kind === 'merge') return mergeItems(letter, item, itemByNumber(letter, arranging.into)!);
  const titles = splitTitles(item);
  const chosen = titles[titles.length === 1 ? 0 : arranging.at ?? -1];
  return chosen ? splitItem(letter, item, chosen) : titles.map((parts) => parts.join(' | '));
}

/** Why it can't be done, in a sentence. */
function problemOf(letter: Determination, item: DisputedItem, arranging: Arranging): string | null {
  if (letter.layout !== 'draft') return 'The items of a published letter stay as they are. Make a draft of it first.';
  if (letter.items.some(({ reading }) => reading.isRow)) return 'The items of a table stay as they are.';
  if (arranging.kind === 'move') return itemByNumber(letter, arranging.to) ? null : `The letter has no place ${arranging.to}.`;
  if (arranging.kind === 'merge') return mergeProblem(item, itemByNumber(letter, arranging.into), arranging.into);
  if (item.reading.partial) return 'A partly authorized request can’t be taken apart: its sum would be another one.';
  return splitTitles(item).length === 0 ? 'The title names one request. Write “and” between two, then split it.' : null;
}

function mergeProblem(item: DisputedItem, into: DisputedItem | null, number: number): string | null {
  if (!into || into === item) return into ? 'An item can’t be merged with itself.' : `The letter has no item ${number}.`;
  if (item.reading.partial || into.reading.partial) return 'Partly authorized requests can’t be merged: each has a sum of its own.';
  const [one, other] = [into.reading.decision?.value, item.reading.decision?.value];
  if (one && other && one !== other) return `${itemName(into.number)} is ${one} and item ${item.number} ${other}. Only items that are decided alike can be merged.`;
  return null;
}

/** What the words still say of places and numbers, for the reviewer to put right: the letter is read as it is then. */
function notesOn(before: Determination, { edits, newNumbers, item }: Change): Arranged['notes'] {
  const [old, after] = [before.text, applyEdits(before.text, edits)].map((text) => createLetterReader()(parseBlocks(text), 'markdown')) as [Determination, Determination];
  return [...leaningNotes(before, newNumbers), ...looseNotes(before, newNumbers), ...selfNotes(after, item), ...dependenceNotes(old, after, newNumbers)];
}

/** “For the same reasons as above” under another item than before. */
function leaningNotes({ items }: Determination, newNumbers: NewNumbers): Arranged['notes'] {
  const last = Math.max(0, ...items.flatMap(({ number }) => newNumbers(number)));
  const comesBehind = (number: number, other: number): boolean => newNumbers(other).includes((newNumbers(number)[0] ?? last) - 1);
  return items.flatMap(({ number, reading: { rationale } }) => {
    if (!rationale || !(leansOnItemBefore(rationale) || goesOnWithSource(rationale)) || comesBehind(number, number - 1)) return [];
    const item = newNumbers(number)[0] ?? null;
    return [{ item, message: `${itemName(item ?? number)} leans on the item before it (“as above”), which is another one now. Name the one that is meant.` }];
  });
}

/** “See the third request”: it may mean an item. */
function looseNotes(before: Determination, newNumbers: NewNumbers): Arranged['notes'] {
  return looseNumbers(before, newNumbers).map(({ item, words }) => {
    const now = newNumbers(item)[0] ?? item;
    return { item: now, message: `${itemName(now)} says “${words}”. If that is an item of this letter, give it its new number.` };
  });
}

/** An item that was merged with the one that it named. */
function selfNotes({ items }: Determination, item: number): Arranged['notes'] {
  const rationale = items[item - 1]?.reading.rationale;
  const namesItself = rationale && numberGroups(rationale.prose).some(({ numbers }) => numbers.some(({ value }) => value === item));
  return namesItself ? [{ item, message: `${itemName(item)} names itself now. Take the reference out.` }] : [];
}

/** What hangs on what by words and not by number, where that has changed. */
function dependenceNotes(before: Determination, after: Determination, newNumbers: NewNumbers): Arranged['notes'] {
  const stands = (items: readonly number[], parents: readonly number[]): boolean =>
    after.dependencies.some(({ item, parent }) => items.includes(item) && parents.includes(parent)) || items.some((item) => parents.includes(item));
  const lost = before.dependencies.map(({ item, parent }) => ({ items: newNumbers(item), parents: newNumbers(parent) })).filter(({ items, parents }) => !stands(items, parents));
  const sentences = new Map(lost.map(({ items: [item = 0], parents: [parent = 0] }) => [
    `${itemName(item)} is not read to depend on item ${parent} any more. Make sure that it says so.`, item,
  ]));
  return [...sentences].map(([message, item]) => ({ item, message }));
}
