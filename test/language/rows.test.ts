import assert from 'node:assert/strict';
import { readMarked } from './marked.ts';
import { allRows } from '../../server/src/language/rows.ts';
import { readSentence } from '../../server/src/language/sentence.ts';
import type { Row, StatementKind } from '../../server/src/language/statement.ts';

/** What a row reads in a sentence: for each of its statements the words of its slots. */
function readBy(row: Row, text: string): Record<string, string>[] {
  const statements = readSentence(text).statements.filter((statement) => allRows()[statement.row] === row);
  return statements.map(({ slots }) => Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot.text])));
}

describe('rows of statements', () => {
  const kinds = [...new Set(allRows().map(({ kind }) => kind))];
  it('have names of their own', () => {
    const names = allRows().map(({ row }) => row);
    assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
  });
  for (const kind of kinds) describe(kind, () => rowsOf(kind).forEach(test));
});

function rowsOf(kind: StatementKind): Row[] {
  return allRows().filter((row) => row.kind === kind);
}

function test(row: Row): void {
  describe(row.row, () => {
    it('shows what it reads and what it leaves alone', () => {
      assert.ok(row.reads.length >= 2, 'a row has two sentences that it reads, or more');
      assert.ok(row.leaves.length >= 2, 'a row has two sentences that it leaves alone, or more');
    });
    for (const marked of row.reads) {
      const { text, slots } = readMarked(marked);
      it(`reads “${text}”`, () => {
        const wanted = Object.fromEntries(slots.map((slot) => [slot.name, slot.text]));
        const read = readBy(row, text);
        assert.ok(read.some((found) => slots.every(({ name }) => found[name] === wanted[name])), `wanted ${JSON.stringify(wanted)}, read ${JSON.stringify(read)}`);
      });
    }
    for (const text of row.leaves) it(`leaves “${text}”`, () => assert.deepEqual(readBy(row, text), []));
  });
}
