import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editText, type SourceText } from '../../server/src/markdown/source-text.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';

const LONG = Array.from({ length: 3000 }, (_, line) => `line ${line} – “words”\r\n`).join('');

const places = fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(5), fc.nat(20_000)), newText: fc.oneof(fc.string(), fc.constant('typed '.repeat(3000))) });

describe('a text in pieces', () => {
  const lengths: readonly [name: string, text: string][] = [['an empty text', ''], ['a short text', 'a few words'], ['a long text', LONG]];
  for (const [name, text] of lengths) {
    it(`is after any edits what they make of ${name}`, () => {
      fc.assert(fc.property(fc.array(places, { maxLength: 8 }), (edits) => {
        let whole = text;
        let pieces: SourceText = text;
        for (const { at, length, newText } of edits) {
          const start = at % (whole.length + 1);
          const edit = { start, end: Math.min(whole.length, start + length), newText };
          [whole, pieces] = [applyEdit(whole, edit), editText(pieces, edit)];
        }
        assert.equal(pieces.length, whole.length);
        for (const { at, length } of edits) {
          const start = at % (whole.length + 1);
          assert.equal(pieces.slice(start, start + length), whole.slice(start, start + length));
          assert.equal(pieces.slice(start), whole.slice(start));
          if (start < whole.length) assert.equal(pieces.charCodeAt(start), whole.charCodeAt(start));
        }
        assert.equal(pieces.toString(), whole);
      }), { numRuns: 60 });
    });
  }

  it('leaves the text before an edit as it was', () => {
    const before = editText(LONG, { start: 10, end: 20, newText: 'x' });
    const was = before.toString();
    editText(before, { start: 0, end: 30_000, newText: '' });
    assert.equal(before.toString(), was);
  });
});
