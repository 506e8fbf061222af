import assert from 'node:assert/strict';
import { parseBlocks } from '../../server/src/markdown/parse.ts';
import { nodesOf } from '../../server/src/markdown/tree.ts';
import { wholeParse } from './whole-parse.ts';

const outline = (text: string) => parseBlocks(text).blocks.map(({ block, start, line }) => [block.type, block.text, start, line]);

describe('parseBlocks', () => {
  const cases: readonly [name: string, text: string, expected: unknown[]][] = [
    ['finds nothing in an empty text', '', []],
    ['finds nothing in blank lines', ' \n\t\n\n', []],
    ['places headings and paragraphs', '# A\n\nb\nc\n', [['heading', '# A', 0, 0], ['paragraph', 'b\nc', 5, 2]]],
    ['leaves a paragraph its trailing, not its leading white space', '  b  \n', [['paragraph', 'b  ', 2, 0]]],
    ['counts lines at \\r\\n and \\r', 'a\r\n\r\nb\r\rc', [['paragraph', 'a', 0, 0], ['paragraph', 'b', 5, 2], ['paragraph', 'c', 8, 4]]],
    ['keeps a byte order mark out of the first block', '\uFEFF# A\n', [['heading', '# A', 1, 0]]],
    ['starts behind the front matter', '---\na: b\n---\n# A\n', [['heading', '# A', 13, 3]]],
    ['takes a fence that is not closed for a rule', '---\n\nb\n', [['thematicBreak', '---', 0, 0], ['paragraph', 'b', 5, 2]]],
    ['takes bold at a line\'s start for words', '**Label:** a\n\nb\n', [['paragraph', '**Label:** a', 0, 0], ['paragraph', 'b', 14, 2]]],
    ['ends a paragraph at a heading', 'a\n## B\nc\n', [['paragraph', 'a', 0, 0], ['heading', '## B', 2, 1], ['paragraph', 'c', 7, 2]]],
    ['ends a paragraph at a comment', 'a\n<!-- b\n\nc -->\nd\n', [['paragraph', 'a', 0, 0], ['html', '<!-- b\n\nc -->', 2, 1], ['paragraph', 'd', 16, 4]]],
    ['takes an open comment to the end', 'a\n\n<!-- b\n\nc\n', [['paragraph', 'a', 0, 0], ['html', '<!-- b\n\nc\n', 3, 2]]],
    ['takes an open fence to the end', '```\na\n\nb\n', [['code', '```\na\n\nb\n', 0, 0]]],
    ['reads an underlined heading', 'A\nb\n---\n', [['heading', 'A\nb\n---', 0, 0]]],
    ['lets an underlined heading begin with the definitions above it', 'a\n\n[b]: /u\n[c]: /o\nA\n---\n', [['paragraph', 'a', 0, 0], ['definition', '[b]: /u', 3, 2], ['definition', '[c]: /o', 11, 3], ['heading', '[b]: /u\n[c]: /o\nA\n---', 3, 2]]],
    ['keeps a list with blank lines together', '- a\n\n  b\n\n- c\n\nd\n', [['list', '- a\n\n  b\n\n- c', 0, 0], ['paragraph', 'd', 15, 6]]],
    ['reads lists of one line an item', '- a\n- **b** [c](d)\n\ne\n\n1. f\n10. g\n', [['list', '- a\n- **b** [c](d)', 0, 0], ['paragraph', 'e', 20, 3], ['list', '1. f\n10. g', 23, 5]]],
    ['parts lists of other marks', '- a\n* b\n+ c\n\nd\n', [['list', '- a', 0, 0], ['list', '* b', 4, 1], ['list', '+ c', 8, 2], ['paragraph', 'd', 13, 4]]],
    ['takes a lazy line into a quote', '> a\nb\n\nc\n', [['blockquote', '> a\nb', 0, 0], ['paragraph', 'c', 7, 3]]],
    ['takes a form feed for a character of a paragraph', '\fa\n', [['paragraph', '\fa', 0, 0]]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(outline(text), expected);
      assert.deepEqual(nodesOf(parseBlocks(text)), wholeParse(text));
    });
  }

  it('tells indented code from fenced code', () => {
    const code = parseBlocks('    a\n\n    b\n\n```\nc\n```\n').blocks;
    assert.deepEqual(code.map(({ block }) => [block.text, block.indented]), [['    a\n\n    b', true], ['```\nc\n```', false]]);
  });

  it('says how deep a heading is', () => {
    assert.deepEqual(parseBlocks('## A ##\n###### B\nC\n===\n').blocks.map(({ block }) => block.depth), [2, 6, 1]);
  });

  it('counts the positions of a node from its block', () => {
    const [, block] = parseBlocks('a\n\n   - b\n').blocks;
    assert.deepEqual(block!.block.node.position!.start, { line: 1, column: 1, offset: 0 });
    assert.equal(block!.start, 6);
  });

  it('resolves references to definitions anywhere, also in quotes and lists', () => {
    for (const text of ['[a]\n\n[A]: /u\n', '[a]\n\n> [a]: /u\n', '- [a]: /u\n\n# [a]\n', '[ẞ]\n\n[ss]: /u\n', '[a\\]b]\n\n[a\\]b]: /u\n']) {
      assert.deepEqual(nodesOf(parseBlocks(text)), wholeParse(text));
    }
    assert.deepEqual(parseBlocks('[b]: /u\n\n> [A]: /u\n\n[a]: /v\n').definitions, ['a', 'b']);
  });
});
