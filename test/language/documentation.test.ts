import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allRows } from '../../server/src/language/rows.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/language.md'), 'utf8');

describe('the page on the language', () => {
  it('shows rows as they are', () => {
    const shown = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, row]) => JSON.parse(row ?? '') as { row: string; pattern: string });
    assert.ok(shown.length >= 2);
    for (const { row, pattern } of shown) assert.equal(allRows().find((each) => each.row === row)?.pattern, pattern, row);
  });
});
