import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { indexLines, lineEnd, offsetAt, positionAt, updateLineIndex } from '../../server/src/markdown/line-index.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';
import { fitEdit, looseEdits, markdownText } from './random-documents.ts';

describe('the line index', () => {
  const starts: readonly [name: string, text: string, starts: number[]][] = [
    ['has one line for an empty text', '', [0]],
    ['ends lines at \\n', 'a\nb\n', [0, 2, 4]],
    ['ends lines at \\r\\n once', 'a\r\nb\r\n', [0, 3, 6]],
    ['ends lines at a lone \\r', 'a\rb\r', [0, 2, 4]],
    ['tells \\n\\r from \\r\\n', 'a\n\rb', [0, 2, 3]],
    ['takes a form feed for an ordinary character', 'a\fb', [0]],
  ];
  for (const [name, text, expected] of starts) {
    it(name, () => assert.deepEqual([...indexLines(text).starts], expected));
  }

  it('puts an offset inside \\r\\n before it', () => {
    assert.deepEqual(positionAt(indexLines('ab\r\nc'), 3), { line: 0, character: 2 });
  });

  it('moves a position that is not there to the nearest that is', () => {
    const index = indexLines('ab\r\nc');
    assert.equal(offsetAt(index, { line: 0, character: 99 }), 2);
    assert.equal(offsetAt(index, { line: 9, character: 0 }), 5);
    assert.equal(offsetAt(index, { line: -1, character: 4 }), 0);
    assert.equal(offsetAt(index, { line: 1, character: -4 }), 4);
    assert.equal(lineEnd(index, 0), 2);
    assert.deepEqual(positionAt(index, 99), { line: 1, character: 1 });
  });

  it('counts in UTF-16 units', () => {
    assert.deepEqual(positionAt(indexLines('😀x'), 2), { line: 0, character: 2 });
  });

  const edits: readonly [name: string, text: string, start: number, end: number, newText: string][] = [
    ['joins \\r and a typed \\n into one break', 'a\rb', 2, 2, '\n'],
    ['joins a typed \\r and the \\n behind it', 'a\nb', 1, 1, '\r'],
    ['cuts \\r\\n in two', 'a\r\nb', 2, 2, 'x'],
    ['loses the \\n of \\r\\n', 'a\r\nb', 2, 3, ''],
    ['joins \\r and \\n when what is between goes', 'a\rx\nb', 2, 3, ''],
    ['takes lines away', 'a\nb\nc\nd', 1, 5, ''],
    ['adds lines at the end', 'a', 1, 1, '\n\n'],
    ['empties the text', 'a\nb\n', 0, 4, ''],
  ];
  for (const [name, text, start, end, newText] of edits) {
    it(`updates where an edit ${name}`, () => {
      const edit = { start, end, newText };
      const after = applyEdit(text, edit);
      assert.deepEqual(updateLineIndex(indexLines(text), edit, after), indexLines(after));
    });
  }

  it('is after any edits the same as if it were made afresh, and agrees with the protocol library', () => {
    fc.assert(fc.property(markdownText, looseEdits, fc.nat(500), (text, loose, somewhere) => {
      let now = text;
      let index = indexLines(text);
      for (const each of loose) {
        const edit = fitEdit(each, now);
        now = applyEdit(now, edit);
        index = updateLineIndex(index, edit, now);
        assert.deepEqual(index, indexLines(now));
      }
      const reference = TextDocument.create('file:///a.md', 'markdown', 0, now);
      assert.equal(index.starts.length, reference.lineCount);
      assert.deepEqual(positionAt(index, somewhere), reference.positionAt(somewhere));
      const position = { line: somewhere % 40, character: somewhere % 23 };
      assert.equal(offsetAt(index, position), reference.offsetAt(position));
    }));
  });
});
