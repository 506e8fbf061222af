import type { Location, Position } from 'vscode-languageserver-types';
import { cursorAt, rangeOf } from './cursor.ts';
import { mentionsAt, titleLocation } from './definition.ts';
import type { Letter } from './letter.ts';
import { itemMentions } from './mentions.ts';

/** From an item's title, or from a place that names it: all places where other items name it or depend on it. */
export function references(letter: Letter, position: Position, { includeDeclaration }: { includeDeclaration: boolean }): Location[] {
  const targets = meantItems(letter, position);
  const { uri, lines, determination } = letter;
  const mentions = itemMentions(determination)
    .filter(({ target }) => targets.includes(target))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span }) => ({ uri, range: rangeOf(lines, span) }));
  return [...(includeDeclaration ? targets.flatMap((target) => titleLocation(letter, target)) : []), ...mentions];
}

/** The numbers of the items that a place means: those that it names, else the item whose heading it is. */
export function meantItems(letter: Letter, position: Position): number[] {
  const { item, offset } = cursorAt(letter, position);
  const named = mentionsAt(letter, offset).map(({ target }) => target);
  if (named.length > 0) return [...new Set(named)];
  return item && offset <= item.start + item.reading.heading.end ? [item.number] : [];
}
