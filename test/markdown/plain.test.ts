import assert from 'node:assert/strict';
import { plainBlocks, updatePlainBlocks } from '../../server/src/markdown/plain.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';

describe('plainBlocks', () => {
  const cases: readonly [name: string, text: string, expected: unknown[]][] = [
    ['finds nothing in an empty text', '', []],
    ['finds nothing in white space', ' \n\t\f\r\n\u00a0\n', []],
    ['cuts at blank lines', 'a\nb\n\nc\n', [['a\nb', 0, 0], ['c', 5, 3]]],
    ['takes a line of white space for blank', 'a\n \t\u00a0\nb', [['a', 0, 0], ['b', 6, 2]]],
    ['cuts at a form feed, which is no line of the editor', 'a\fb\n\fc', [['a', 0, 0], ['b', 2, 0], ['c', 5, 1]]],
    ['trims white space around a run, not within', '  a  \n  b  \n', [['a  \n  b', 2, 0]]],
    ['counts lines at \\r\\n and \\r', 'a\r\n\r\nb\r\rc', [['a', 0, 0], ['b', 5, 2], ['c', 8, 4]]],
    ['passes a byte order mark', '\uFEFFa', [['a', 1, 0]]],
    ['knows no Markdown', '# a\n- b\n---\n', [['# a\n- b\n---', 0, 0]]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      const { blocks, frontMatter } = plainBlocks(text);
      assert.deepEqual(blocks.map(({ block, start, line }) => [block.text, start, line]), expected);
      assert.equal(frontMatter, null);
    });
  }

  it('makes a paragraph node of a run, its words untouched', () => {
    const [run] = plainBlocks('\n*a*\r\n[b]').blocks;
    const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 4, offset: 8 } };
    assert.deepEqual(run!.block.node, { type: 'paragraph', children: [{ type: 'text', value: '*a*\r\n[b]', position }], position });
  });

  it('keeps the runs that an edit leaves alone', () => {
    const before = plainBlocks('one\n\ntwo\n\nthree\n\nfour\n');
    const edit = { start: 8, end: 8, newText: ' and\nmore' };
    const after = updatePlainBlocks(before, edit, applyEdit(before.text.toString(), edit));
    assert.deepEqual(after.blocks.map(({ block }, index) => block === before.blocks[index]!.block), [true, false, true, true]);
    assert.deepEqual(after.blocks.map(({ line }) => line), [0, 2, 5, 7]);
  });
});
