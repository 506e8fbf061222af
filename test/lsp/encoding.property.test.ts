import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { indexLines, offsetAt, positionAt } from '../../server/src/markdown/line-index.ts';
import { forClient, fromClient, preferred } from '../../server/src/lsp/encoding.ts';

/** Letters of one to four bytes, halves of pairs, line ends, and long stretches of each. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom('a', 'é', '–', '“', '𝛼', '👩‍⚕️', '\n', '\r\n', '\r', '\ud800', '\udc00', ''),
    fc.tuple(fc.constantFrom('b', 'ü', '字', '🦴'), fc.integer({ min: 1, max: 700 })).map(([sign, times]) => sign.repeat(times)),
  ), { maxLength: 20 },
).map((parts) => parts.join(''));

/** The length of some words as a client counts them that takes half a pair for a character of its own. */
const lengths = {
  'utf-16': (text: string) => text.length,
  'utf-8': (text: string) => Buffer.byteLength(text, 'utf8'),
  'utf-32': (text: string) => [...text].length,
} as const;
const encodings = Object.keys(lengths) as (keyof typeof lengths)[];

describe('positions', () => {
  it('denote the same place however the client counts', () => {
    fc.assert(fc.property(words, fc.nat(), (text, at) => {
      const lines = indexLines(text);
      const offset = text === '' ? 0 : at % (text.length + 1);
      const position = positionAt(lines, offset);
      const start = lines.starts[position.line]!;
      const isWithin = /^[\udc00-\udfff]/.test(text.slice(start + position.character)) && /[\ud800-\udbff]$/.test(text.slice(start, start + position.character));
      const before = text.slice(start, start + position.character - (isWithin ? 1 : 0));
      for (const encoding of encodings) {
        const said = forClient(lines, encoding, position);
        if (encoding !== 'utf-16') assert.deepEqual(said, { line: position.line, character: lengths[encoding](before) });
        const back = offsetAt(lines, fromClient(lines, encoding, said));
        assert.equal(text.slice(start, back), encoding === 'utf-16' ? text.slice(start, start + position.character) : before);
      }
    }), { numRuns: 500 });
  });

  it('beyond a line are its end, and within a character its beginning', () => {
    const lines = indexLines('a🦴é\nb');
    assert.deepEqual(fromClient(lines, 'utf-8', { line: 0, character: 99 }), { line: 0, character: 4 });
    assert.deepEqual([2, 3, 4, 5, 6, 7].map((character) => fromClient(lines, 'utf-8', { line: 0, character }).character), [1, 1, 1, 3, 3, 4]);
    assert.deepEqual(fromClient(lines, 'utf-32', { line: 9, character: 3 }), { line: 9, character: 3 });
  });

  it('are counted as the client likes best of what the server knows', () => {
    assert.equal(preferred(undefined), 'utf-16');
    assert.equal(preferred(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
    assert.equal(preferred(['utf-16', 'utf-8']), 'utf-16');
    assert.equal(preferred([]), 'utf-16');
  });
});
