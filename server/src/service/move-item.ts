import type { Determination } from '../determination/model.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import type { Change } from './item-change.ts';
import { orderedEntries } from './item-list-entries.ts';
import { renumbered } from './item-numbers.ts';
import { itemPieces, pieceText } from './item-pieces.ts';

/** The item at another place of the letter; those between move up or down by one. */
export function moveItem(letter: Determination, number: number, to: number): Change {
  const { items, text } = letter;
  const order = items.map((item) => item.number).filter((each) => each !== number);
  order.splice(to - 1, 0, number);
  const newNumbers = (each: number): readonly number[] => [order.includes(each) ? order.indexOf(each) + 1 : each];
  const pieces = itemPieces(text, items);
  const numbers = renumbered(letter, newNumbers);
  const changed = order.flatMap((each, i) => (each === i + 1 ? [] : [pieces[i]!]));
  const apart = numbers.filter(({ span }) => !changed.some(({ start, end }) => start <= span.start && span.end <= end));
  const moved = order.flatMap((each, i): FixEdit[] => (each === i + 1 ? [] : [{ span: pieces[i]!, newText: pieceText(text, pieces[each - 1]!, numbers) }]));
  return { edits: [...apart, ...moved, ...orderedEntries(letter, order)], newNumbers, item: to };
}
