import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import type { ListedItem } from '../../protocol/items.ts';
import { allRows, itemRows, type ItemRow } from '../../client/src/item-rows.ts';
import { nextItem, nextPlace } from '../../client/src/next-place.ts';

function lines(from: number, to: number): Range {
  return { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
}

/** Item 1 stands on line 10, item 2 on line 20 … */
function item(number: number, changed: Partial<ListedItem> = {}): ListedItem {
  return {
    number, title: `Request ${number}`, decision: 'Upheld', missing: [], parents: [], counts: { error: 0, warning: 0, information: 0 },
    stage: 'signing', waiting: { error: 0, warning: 0, information: 0 },
    range: lines(number * 10, number * 10 + 8), selectionRange: lines(number * 10, number * 10), ...changed,
  };
}

function rowsOf(...items: ListedItem[]): ItemRow[] {
  return itemRows({ uri: 'file:///a.md', items, undecided: [] });
}

function tree(rows: readonly ItemRow[]): unknown[] {
  return rows.map(({ id, children }) => (children.length === 0 ? id : [id, ...tree(children)]));
}

const trees: readonly { name: string; items: ListedItem[]; expected: unknown[] }[] = [
  { name: 'items that depend on nothing stand side by side', items: [item(1), item(2)], expected: ['item-1', 'item-2'] },
  { name: 'a dependant stands under its parent', items: [item(1), item(2, { parents: [1] })], expected: [['item-1', 'item-2']] },
  { name: 'one of two parents stands under the first', items: [item(1), item(2), item(3, { parents: [1, 2] })], expected: [['item-1', 'item-3'], 'item-2'] },
  { name: 'a parent may come later', items: [item(1, { parents: [2] }), item(2)], expected: [['item-2', 'item-1']] },
  { name: 'a dependant has dependants', items: [item(1), item(2, { parents: [1] }), item(3, { parents: [2] })], expected: [['item-1', ['item-2', 'item-3']]] },
  { name: 'no item is lost in a circle', items: [item(1, { parents: [2] }), item(2, { parents: [1] })], expected: [['item-2', 'item-1']] },
  { name: 'a parent outside of the letter counts for nothing', items: [item(1, { parents: [7] })], expected: ['item-1'] },
];

const words: readonly { name: string; item: ListedItem; label: string; spoken: string; state: ItemRow['state'] }[] = [
  { name: 'a whole item', item: item(1), label: '1. Upheld: Request 1', spoken: 'Item 1, Request 1, Upheld', state: 'fine' },
  {
    name: 'an item without decision and rationale',
    item: item(2, { decision: null, missing: ['decision', 'rationale'], counts: { error: 2, warning: 0, information: 0 } }),
    label: '2. No decision: Request 2', spoken: 'Item 2, Request 2, no decision, missing: rationale, 2 errors', state: 'error',
  },
  {
    name: 'a dependant with a warning',
    item: item(3, { parents: [1, 2], counts: { error: 0, warning: 1, information: 4 } }),
    label: '3. Upheld: Request 3', spoken: 'Item 3, Request 3, Upheld, 1 warning, depends on items 1 and 2', state: 'warning',
  },
];

describe('the rows of the disputed items', () => {
  for (const { name, items, expected } of trees) it(name, () => assert.deepEqual(tree(rowsOf(...items)), expected));

  for (const { name, item: listed, label, spoken, state } of words) {
    it(`say of ${name} what there is to say`, () => {
      const row = rowsOf(listed)[0];
      assert.deepEqual({ label: row?.label, spoken: row?.spoken, state: row?.state }, { label, spoken, state });
    });
  }

  it('say what is missing below its item, before the dependants', () => {
    const rows = rowsOf(item(1, { missing: ['guideline', 'rationale'] }), item(2, { parents: [1] }));
    assert.deepEqual(rows[0]?.children.map(({ label }) => label), ['Missing: guideline, rationale', '2. Upheld: Request 2']);
  });

  it('end with what is not decided yet', () => {
    const rows = itemRows({ uri: 'file:///a.md', items: [item(1)], undecided: [{ title: 'Lumbar MRI', range: lines(3, 3) }] });
    assert.deepEqual(rows.at(-1)?.spoken, 'Lumbar MRI, in dispute, not decided yet');
    assert.equal(allRows(rows).length, 2);
  });
});

describe('going on', () => {
  const items = [item(1), item(2), item(3)];
  const steps: readonly { name: string; line: number; direction: 'next' | 'previous'; expected: number }[] = [
    { name: 'from above the items to the first', line: 2, direction: 'next', expected: 1 },
    { name: 'from within an item to the next', line: 14, direction: 'next', expected: 2 },
    { name: 'from the last to the first', line: 39, direction: 'next', expected: 1 },
    { name: 'back from within an item to the one before', line: 24, direction: 'previous', expected: 1 },
    { name: 'back from the first to the last', line: 10, direction: 'previous', expected: 3 },
    { name: 'back from above the items to the last', line: 0, direction: 'previous', expected: 3 },
  ];
  for (const { name, line, direction, expected } of steps) {
    it(name, () => assert.equal(nextItem(items, { line, character: 4 }, direction)?.number, expected));
  }

  it('goes nowhere in a letter without items', () => assert.equal(nextItem([], { line: 0, character: 0 }, 'next'), undefined));

  it('goes from problem to problem, and round', () => {
    const places = [lines(2, 2), lines(5, 5)];
    const from = (line: number, direction: 'next' | 'previous') => nextPlace(places, { line, character: 0 }, direction)?.start.line;
    assert.deepEqual([from(0, 'next'), from(2, 'next'), from(5, 'next')], [2, 5, 2]);
    assert.deepEqual([from(5, 'previous'), from(2, 'previous'), from(0, 'previous')], [2, 5, 5]);
  });
});
