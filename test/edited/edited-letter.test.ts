import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { letters } from '../fixtures/letters.ts';
import { faultOf, type EditedLetter } from './edited-letter.ts';
import { fitEdits, looseEdit } from './edits.ts';
import { smallerLetter } from './smaller-letter.ts';

const FOUND = new URL('found/', import.meta.url);

describe('a letter that is being edited', () => {
  for (const { name, text, kind } of letters.slice(0, 4)) {
    it(`shows what a letter shows that is read afresh: ${name}`, () => {
      fc.assert(fc.property(fc.array(looseEdit, { minLength: 1, maxLength: 6 }), (loose) => {
        assert.equal(faultOf({ kind, text, edits: fitEdits(loose, text) }, { every: 1 }), null);
      }), { numRuns: 15 });
    });
  }

  for (const name of readdirSync(FOUND).filter((file) => file.endsWith('.json'))) {
    it(`shows it also as \`npm run fuzz\` once found it not to: ${name}`, () => {
      assert.equal(faultOf(JSON.parse(readFileSync(new URL(name, FOUND), 'utf8')) as EditedLetter, { every: 1 }), null);
    });
  }
});

describe('a letter with a fault that is made smaller', () => {
  it('keeps what the fault needs, and its edits in their places', () => {
    const letter: EditedLetter = {
      kind: 'plaintext', text: 'one two three four five six seven', edits: [{ start: 8, end: 13, newText: '3' }, { start: 20, end: 23, newText: '6' }],
    };
    const typed = ({ text, edits }: EditedLetter): string => edits.reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
    assert.equal(typed(letter), 'one two 3 four five 6 seven');
    const smallest = smallerLetter(letter, (one) => ['two', '3', '6'].every((part) => typed(one).includes(part)));
    assert.equal(typed(smallest), 'two36');
  });
});
