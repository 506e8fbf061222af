import type { Range } from 'vscode-languageclient';
import type { ItemList, ListedItem } from '../../protocol/items.ts';
import { count } from './wording.ts';

/**
 * What a row of the view *Disputed Items* says. `missing`: what the item above it lacks. `open`: listed in the front matter, but
 * not decided. What matters most stands first, because the view is narrow.
 */
export interface ItemRow {
  readonly id: string;
  readonly state: 'error' | 'warning' | 'fine' | 'missing' | 'open';
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
  const { number, title, counts, selectionRange } = item;
  const name = title || '(no title)';
  const decision = item.decision ?? 'no decision';
  const parts = [decision, ...missing(item), ...problems(item)];
  const dependsOn = parentsOf(item);
  return {
    id: `item-${number}`,
    state: counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'fine',
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

/** A missing decision is said already. */
function missing(item: ListedItem): string[] {
  const parts = item.missing.filter((part) => part !== 'decision' || item.decision !== null);
  return parts.length === 0 ? [] : [`missing: ${parts.join(', ')}`];
}

function problems({ counts }: ListedItem): string[] {
  const parts = [counts.error > 0 ? count(counts.error, 'error') : '', counts.warning > 0 ? count(counts.warning, 'warning') : ''].filter(Boolean);
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function parentsOf({ parents }: ListedItem): string[] {
  if (parents.length === 0) return [];
  return [`depends on ${parents.length === 1 ? 'item' : 'items'} ${parents.join(' and ')}`];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
