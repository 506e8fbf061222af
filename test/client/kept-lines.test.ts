import assert from 'node:assert/strict';
import { appendLine, withoutLine } from '../../client/src/kept-lines.ts';

describe('a file of lines that are kept', () => {
  it('gets a line at its end, on a line of its own', () => {
    assert.equal(appendLine('', 'b\n'), 'b\n');
    assert.equal(appendLine('a\n', 'b\n'), 'a\nb\n');
    assert.equal(appendLine('a', 'b\n'), 'a\nb\n');
  });

  it('loses the last of that line, and no part of another', () => {
    assert.equal(withoutLine('b\na\nb\n', 'b\n'), 'b\na\n');
    assert.equal(withoutLine('ab\n', 'b\n'), 'ab\n');
    assert.equal(withoutLine('a\n', 'b\n'), 'a\n');
  });
});
