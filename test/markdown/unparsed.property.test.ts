import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BlockDocument } from '../../server/src/markdown/block.ts';
import { parseBlocks } from '../../server/src/markdown/parse.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';
import { updateBlocks } from '../../server/src/markdown/update.ts';

/** Just below and above what is read as lists. */
const long = (items: number): string => '-   a\n\n'.repeat(items);
const part = fc.constantFrom(
  long(7200), long(7100), `${'  '.repeat(120)}- a\n`, '- a\n\n', '  - b\n', '> c\n\n', 'words\n\n', '## Heading\n\n', '    set in\n\n', '\n', '```\n', '| a | b |\n|---|---|\n', '<div>\n',
);
const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.constantFrom(0, 0, 1, 4, 700), put: fc.oneof(part, fc.constantFrom('', 'x', '-', '>', '\n')) });

const shape = ({ blocks }: BlockDocument) => blocks.map(({ block, start, line }) => [block.type, block.unparsed ?? false, start, line, block.text.length]);

describe('Blocks that are too much to be parsed', () => {
  it('are the same after any edits as in a text that was just opened', () => {
    fc.assert(fc.property(text, fc.array(edit, { minLength: 1, maxLength: 3 }), (before, edits) => {
      let now = before;
      let document = parseBlocks(before);
      for (const { at, drop, put } of edits) {
        const start = Math.floor(at * now.length);
        const change = { start, end: Math.min(now.length, start + drop), newText: put };
        now = applyEdit(now, change);
        document = updateBlocks(document, change, now);
        assert.deepEqual(shape(document), shape(parseBlocks(now)));
      }
    }), { numRuns: 12 });
  }).timeout(120_000);
});
