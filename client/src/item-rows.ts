import type { Range } from 'vscode-languageclient';
import type { ItemList, ListedItem } from '../../protocol/items.ts';
import { count } from './wording.ts';

/**
 * What a row of the view *Disputed Items* says. `missing`: what the item above it lacks. `drafting`: blanks are open in it. `open`: listed in the front matter, but
 * not decided. What matters most stands first, because the view is narrow.
 */
export interface ItemRow {
  readonly id: string;
  readonly state: 'error' | 'warning' | 'fine' | 'drafting' | 'missing' | 'open';
  readonly label: string;
  /** Shown faintly behind the label. */
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Where a click goes. */
  readonly place: Range;
  /** The items that depend on this one. */
  readonly children: readonly ItemRow[];
}

/** The rows of a letter, dependants under their parents, and behind them what the letter doesn't decide yet. */
export function itemRows({ items, undecided }: ItemList): ItemRow[] {
  const parents = placeDependants(items);
  const rowsUnder = (parent: number | null): ItemRow[] => items
    .filter(({ number }) => parents.get(number) === parent)
    .map((item) => itemRow(item, rowsUnder(item.number)));
  return [...rowsUnder(null), ...undecided.map(undecidedRow)];
}

/** Each row with all rows below it, in the order of the view. */
export function allRows(rows: readonly ItemRow[]): ItemRow[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)]);
}

/** For each item the one that it stands under: its first parent, or null. Items that depend on each other in a circle stay side by side. */
export function placeDependants(items: readonly ListedItem[]): Map<number, number | null> {
  const placed = new Map<number, number | null>(items.map(({ number }) => [number, null]));
  const standsUnder = (number: number, other: number): boolean => {
    const above = placed.get(number) ?? null;
    return above !== null && (above === other || standsUnder(above, other));
  };
  for (const { number, parents } of items) {
    const parent = parents.find((each) => placed.has(each) && each !== number && !standsUnder(each, number));
    placed.set(number, parent ?? null);
  }
  return placed;
}

function itemRow(item: ListedItem, children: readonly ItemRow[]): ItemRow {
  const { number, title, selectionRange } = item;
  const name = title || '(no title)';
  const decision = item.decision ?? 'no decision';
  const parts = [decision, ...missing(item), ...problems(item)];
  const dependsOn = parentsOf(item);
  return {
    id: `item-${number}`,
    state: stateOf(item),
    label: `${number}. ${sentence(decision)}: ${name}`,
    description: problems(item).join(', '),
    tooltip: [`${number}. ${name}: ${decision}`, ...parts.slice(1), ...dependsOn].map(sentence).join('\n'),
    spoken: [`Item ${number}, ${name}`, ...parts, ...dependsOn].join(', '),
    place: selectionRange,
    children: [...missing(item).map((words) => missingRow(item, words)), ...children],
  };
}

function missingRow({ number, selectionRange }: ListedItem, words: string): ItemRow {
  const label = sentence(words);
  return {
    id: `item-${number}-missing`, state: 'missing', label, description: '', tooltip: `Item ${number}. ${label}`, spoken: `Item ${number}, ${words}`,
    place: selectionRange, children: [],
  };
}

function undecidedRow({ title, range }: ItemList['undecided'][number]): ItemRow {
  return {
    id: `undecided-${title}`,
    state: 'open',
    label: title,
    description: 'not decided yet',
    tooltip: `${title}\nIs in dispute, but the letter does not decide it yet.`,
    spoken: `${title}, in dispute, not decided yet`,
    place: range,
    children: [],
  };
}

function stateOf(item: ListedItem): ItemRow['state'] {
  const { error, warning } = shown(item);
  if (error > 0) return 'error';
  if (warning > 0) return 'warning';
  return toFillIn(item) > 0 ? 'drafting' : 'fine';
}

/** What is underlined in the text. */
function shown({ counts, waiting }: ListedItem): { readonly error: number; readonly warning: number } {
  return { error: counts.error - waiting.error, warning: counts.warning - waiting.warning };
}

function toFillIn({ waiting: { error, warning, information } }: ListedItem): number {
  return error + warning + information;
}

/** While an item is being drafted, how much is to do is said, and not what: it stands there in the text. A missing decision is said already. */
function missing(item: ListedItem): string[] {
  const open = toFillIn(item);
  if (open > 0) return [`${open} to fill in`];
  const parts = item.missing.filter((part) => part !== 'decision' || item.decision !== null);
  return parts.length === 0 ? [] : [`missing: ${parts.join(', ')}`];
}

function problems(item: ListedItem): string[] {
  const { error, warning } = shown(item);
  const parts = [error > 0 ? count(error, 'error') : '', warning > 0 ? count(warning, 'warning') : ''].filter(Boolean);
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function parentsOf({ parents }: ListedItem): string[] {
  if (parents.length === 0) return [];
  return [`depends on ${parents.length === 1 ? 'item' : 'items'} ${parents.join(' and ')}`];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
