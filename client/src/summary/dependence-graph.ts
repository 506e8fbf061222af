import type { LetterSummary } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { placeDependants } from '../item-rows.ts';
import { shortened } from '../wording.ts';
import { placeLink } from './links.ts';

type Item = LetterSummary['items'][number];
type Place = { readonly x: number; readonly y: number };

const BOX = { width: 240, height: 44 };
const STEP = { x: 300, y: 56 };
/** So far an arrow swings out. */
const BEND = 34;
/** So many arrows leave an item; beyond that they are a black bar, and its box says the number. */
const ARROWS = 3;
/** So many letters of a title go into a box. */
const LETTERS = 30;

/** The items that hang on one another: parents on the left, and an arrow from each dependant to what it depends on. */
export function dependenceGraph(items: readonly Item[]): string {
  const edges = items.flatMap(({ number, parents }) => parents
    .filter((parent) => parent !== number && items[parent - 1])
    .map((parent, rank) => ({ from: number, to: parent, rank })));
  if (edges.length === 0) return '<p class="faint">No item depends on another.</p>';
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const places = layOut(items.filter(({ number }) => linked.has(number)));
  const arrows = edges.map(({ from, to, rank }) => (rank < ARROWS ? arrow(places.get(from), places.get(to), rank === 0) : ''));
  const boxes = items.map((item) => box(item, places.get(item.number)));
  const size = (axis: 'x' | 'y', own: number) => Math.max(...[...places.values()].map((place) => place[axis])) + own + 2;
  const words = edges.map(({ from, to }) => `item ${from} depends on item ${to}`).join('; ');
  return `<p class="faint">An arrow leads from an item to the one that it depends on.</p>
<div class="scroll"><svg class="graph" width="${size('x', BOX.width + BEND)}" height="${size('y', BOX.height)}" role="group" aria-label="${escapeHtml(words)}">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${arrows.join('')}
${boxes.join('')}</svg></div>`;
}

/** Each item a line below the one before, its dependants beside it. */
function layOut(items: readonly Item[]): ReadonlyMap<number, Place> {
  const parents = placeDependants(items);
  const places = new Map<number, Place>();
  let row = 0;
  const place = (parent: number | null, column: number): void => {
    for (const { number } of items.filter((item) => parents.get(item.number) === parent)) {
      places.set(number, { x: column * STEP.x + 1, y: row * STEP.y + 1 });
      const before = row;
      place(number, column + 1);
      if (row === before) row++;
    }
  };
  place(null, 0);
  return places;
}

/** To the parent's right edge; around the boxes where the parent stands in the same column, or further right. */
function arrow(from: Place | undefined, to: Place | undefined, isFirst: boolean): string {
  if (!from || !to) return '';
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  const [x1, bend1] = to.x < from.x ? [from.x, -BEND] : [from.x + BOX.width, BEND];
  const [x2, bend2] = to.x > from.x ? [to.x - 2, -BEND] : [to.x + BOX.width + 2, BEND];
  return `<path class="arrow${isFirst ? '' : ' further'}" marker-end="url(#head)" d="M${x1} ${y1}C${x1 + bend1} ${y1} ${x2 + bend2} ${y2} ${x2} ${y2}"/>`;
}

function box({ number, title, value, parents }: Item, at: Place | undefined): string {
  if (!at) return '';
  const name = title.replace(/^associated surgical services?: */i, '') || '(no title)';
  const decision = value ?? 'Undecided';
  const further = parents.length > ARROWS ? `, depends on ${parents.length} items` : '';
  const dependsOn = parents.length > 0 ? `, depends on item ${parents.join(' and item ')}` : '';
  return `<a href="${placeLink(`item-${number}`)}" class="${decision.toLowerCase()}" aria-label="${escapeHtml(`Item ${number}, ${title}, ${decision}${dependsOn}`)}">
<title>${escapeHtml(title)}</title><rect x="${at.x}" y="${at.y}" width="${BOX.width}" height="${BOX.height}" rx="3"/><rect class="stripe" x="${at.x}" y="${at.y}" width="6" height="${BOX.height}"/>
<text x="${at.x + 16}" y="${at.y + 19}">${escapeHtml(`${number}. ${shortened(name, LETTERS)}`)}</text><text class="faint" x="${at.x + 16}" y="${at.y + 35}">${decision}${further}</text></a>`;
}
