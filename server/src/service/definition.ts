import type { Location, Position } from 'vscode-languageserver-types';
import { contains, shift } from '../markdown/span.ts';
import { cursorAt, itemByNumber, rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { itemMentions, type ItemMention } from './mentions.ts';

/** From "question 1", a "Depends on" line or the clause by which an item hangs on another: to the titles of the items that are meant. */
export function definition(letter: Letter, position: Position): Location[] | null {
  const { offset } = cursorAt(letter, position);
  const targets = new Set(mentionsAt(letter, offset).map(({ target }) => target));
  if (targets.size === 0) return null;
  return [...targets].sort((a, b) => a - b).flatMap((target) => titleLocation(letter, target));
}

/** The mentions at a place: the narrowest, where one stands within another. */
export function mentionsAt({ determination }: Letter, offset: number): ItemMention[] {
  const found = itemMentions(determination).filter(({ span }) => contains(span, offset));
  const narrowest = Math.min(...found.map(({ span }) => span.end - span.start));
  return found.filter(({ span }) => span.end - span.start === narrowest);
}

export function titleLocation({ uri, lines, determination }: Letter, number: number): Location[] {
  const item = itemByNumber(determination, number);
  return item ? [{ uri, range: rangeOf(lines, shift(item.reading.title.span, item.start)) }] : [];
}
