import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import { SHOW_PLACES } from '../../../protocol/initialization.ts';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { isPlaceholder } from '../determination/reading/placeholder.ts';
import { shift } from '../markdown/span.ts';
import { partialSum } from '../rules/common/partial-sum.ts';
import { itemByNumber, rangeOf } from './cursor.ts';
import { titleLocation } from './definition.ts';
import type { Letter } from './letter.ts';
import { itemMentions, type ItemMention } from './mentions.ts';

export interface CodeLensOptions {
  /** The client knows the command `imr.showPlaces`; others get the words alone. */
  readonly commands: boolean;
}

/** What stands above an item: what hangs on it, what it hangs on, and the sum of a partly authorised request. */
export function codeLenses(letter: Letter, { commands }: CodeLensOptions): CodeLens[] {
  const families = familiesOf(letter.determination);
  const mentions = itemMentions(letter.determination);
  return letter.determination.items.flatMap((item) => {
    const range = rangeOf(letter.lines, shift(item.reading.title.span, item.start));
    const above = [dependantsLens(letter, item, families, mentions), parentsLens(letter, item, families), sumLens(item)];
    return above.filter((command) => command !== null).map((command): CodeLens => ({
      range, command: commands && command.arguments ? { ...command, arguments: [letter.uri, range.start, ...command.arguments] } : wordsOnly(command),
    }));
  });
}

/** Parents and dependants by number, each once, in the letter's order. */
interface Families {
  readonly parents: ReadonlyMap<number, readonly number[]>;
  readonly dependants: ReadonlyMap<number, readonly number[]>;
}

function familiesOf({ dependencies }: Determination): Families {
  const parents = new Map<number, number[]>();
  const dependants = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, key: number, value: number): void => {
    const known = map.get(key) ?? [];
    if (!known.includes(value)) map.set(key, [...known, value].sort((a, b) => a - b));
  };
  for (const { item, parent } of dependencies) {
    add(parents, item, parent);
    add(dependants, parent, item);
  }
  return { parents, dependants };
}

function dependantsLens(letter: Letter, { number }: DisputedItem, { dependants }: Families, mentions: readonly ItemMention[]): Command | null {
  const numbers = dependants.get(number) ?? [];
  if (numbers.length === 0) return null;
  const title = numbers.length === 1 ? '1 item depends on this one' : `${numbers.length} items depend on this one`;
  return { title, command: SHOW_PLACES, arguments: [numbers.flatMap((dependant) => placeOfReason(letter, mentions, dependant, number))] };
}

/** Where a dependant says that it hangs on its parent. */
function placeOfReason(letter: Letter, mentions: readonly ItemMention[], dependant: number, parent: number): Location[] {
  const said = mentions.find(({ item, target, reason }) => item === dependant && target === parent && reason !== null);
  return said ? [{ uri: letter.uri, range: rangeOf(letter.lines, said.span) }] : titleLocation(letter, dependant);
}

function parentsLens(letter: Letter, { number }: DisputedItem, { parents }: Families): Command | null {
  const numbers = parents.get(number) ?? [];
  if (numbers.length === 0) return null;
  const named = numbers.map((parent) => `item ${parent}, ${decisionOf(letter.determination, parent)}`);
  return { title: `depends on ${named.join('; ')}`, command: SHOW_PLACES, arguments: [numbers.flatMap((parent) => titleLocation(letter, parent))] };
}

function decisionOf(determination: Determination, number: number): string {
  const word = itemByNumber(determination, number)?.reading.decision?.word;
  return word === undefined || isPlaceholder(word) ? 'not decided' : word;
}

function sumLens({ reading: { partial } }: DisputedItem): Command | null {
  const sum = partialSum(partial);
  if (!sum) return null;
  const [original, authorized, remaining] = [sum.original, sum.authorized, sum.remaining].map(({ value }) => value.values[0]);
  const left = sum.isRight ? `${sum.rest} in dispute` : `${sum.rest}, the title says ${remaining}`;
  return { title: `${original} − ${authorized} = ${left}`, command: '' };
}

function wordsOnly({ title }: Command): Command {
  return { title, command: '' };
}
