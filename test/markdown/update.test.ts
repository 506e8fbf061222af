import assert from 'node:assert/strict';
import type { TextEdit } from '../../server/src/markdown/text-edit.ts';
import { parseBlocks } from '../../server/src/markdown/parse.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';
import { nodesOf } from '../../server/src/markdown/tree.ts';
import { updateBlocks } from '../../server/src/markdown/update.ts';
import { wholeParse } from './whole-parse.ts';

/** The marks ⟦ ⟧ stand around what `newText` replaces. */
function edited(marked: string, newText: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const edit: TextEdit = { start, end, newText };
  return { before: parseBlocks(text), edit, now: applyEdit(text, edit) };
}

const LETTER = '# Title\n\nFirst words.\n\n- item one\n- item two\n\nMiddle ⟦⟧ words.\n\n> quote\n\n**Label:** last words.\n\nThe end.\n';

describe('updateBlocks', () => {
  const traps: readonly [name: string, marked: string, newText: string][] = [
    ['front matter opened above a letter', '⟦⟧case: 1\n---\n\nwords\n', '---\n'],
    ['front matter closed', '---\ncase: 1\n⟦⟧\n# A\n\nwords\n', '---'],
    ['front matter whose closing fence is broken', '---\ncase: 1\n--⟦-⟧\n\n# A\n\nwords\n', ''],
    ['front matter moved down by a line above it', '⟦⟧---\ncase: 1\n---\n\n# A\n', '\n'],
    ['a line typed in the front matter', '---\ncase: 1⟦⟧\n---\n\n# A\n\nwords\n', '\nb: 2'],
    ['a line break behind the front matter that joins a \\r', '---\ra: b\r---\r⟦⟧\nwords\n', '\n'],
    ['a definition added below', '[a] here\n\nfar\n\n⟦⟧\n\nend\n', '[a]: /u'],
    ['a definition taken away', '[a] here\n\nfar\n\n[a]: /u⟦\n⟧bad title\n', ' '],
    ['a definition renamed in a quote', '[a] [b]\n\nfar\n\n> [⟦a⟧]: /u\n', 'b'],
    ['words beside a definition elsewhere', '[a]: /u\n\nfar\n\nsee [a]⟦⟧ and [b]\n', '!'],
    ['a blank line between definition and paragraph lost', '[a]: /u\n⟦\n⟧      words\n', ''],
    ['a title typed under a definition', '[a]: /u\n⟦⟧\nwords\n', '"title"'],
    ['a blank line between two paragraphs lost', 'one\n⟦\n⟧two\n\nthree\n', ''],
    ['a paragraph cut in two', 'one⟦ ⟧two\n\nthree\n', '\n\n'],
    ['a byte order mark typed', '⟦⟧# A\n\nwords\n', '\uFEFF'],
    ['a byte order mark deleted', '⟦\uFEFF⟧# A\n\nwords\n', ''],
    ['a second byte order mark', '\uFEFF⟦⟧# A\n\nwords\n', '\uFEFF'],
    ['a byte order mark in the middle', 'one\n\n⟦⟧# two\n\nthree\n', '\uFEFF'],
    ['a \\n behind a lone \\r', 'one\r⟦⟧two\r\rthree\r', '\n'],
    ['a \\r\\n cut in two', 'one\r⟦⟧\ntwo\r\n\r\nthree\r\n', 'x'],
    ['the \\n of a \\r\\n deleted', 'one\r⟦\n⟧two\r\n\r\nthree\r\n', ''],
    ['an underline that makes a heading of a paragraph', 'one\ntwo\n⟦⟧\n\nthree\n', '==='],
    ['a fence opened in the middle', 'one\n\n⟦⟧\n\n## two\n\nthree\n', '```'],
    ['a fence closed in the middle', 'one\n\n```\n\n⟦⟧\n\n## two\n\nthree\n', '```'],
    ['a comment opened under a paragraph', 'one\n⟦⟧\n\n## two\n\n<!-- three -->\n\nfour\n', '<!--'],
    ['a comment closed', 'one\n\n<!-- a\n\n## two⟦⟧\n\nthree\n', ' -->'],
    ['a paragraph set in under a list', '- a\n\n⟦⟧words\n\nend\n', '  '],
    ['a paragraph that becomes an item of the list above', '- a\n\n⟦⟧words\n\nend\n', '- '],
    ['a list that loses its only marker', 'one\n\n⟦- ⟧a\n\n  b\n\nend\n', ''],
    ['an item between two lists of other markers', '- a\n\n⟦⟧\n\n* b\n', '- c'],
    ['code set in under code', '    a\n\n⟦⟧b\n\nend\n', '    '],
    ['a list from 2 behind code, which remark reads as words', '⟦    code⟧\n\n2. two\n', 'words'],
    ['words that become code before a list from 2', '⟦words⟧\n\n2. two\n\nend\n', '    code'],
    ['a quote behind open code in a list', '- ```\n\t\n⟦x⟧\n', '>'],
    ['a word behind a list behind open code in a quote', 'a\n> ```\n- \n\n⟦⟧', 'b'],
    ['a blank line behind open code in a list', '- ```\n\n⟦⟧words\n', '\n'],
    ['white space that code takes in', '    code\n\n⟦⟧\nwords\n', '     '],
    ['white space behind code behind a list', '- a\n\n    code\n⟦⟧', '\t'],
    ['a list deleted before code with white space behind', '⟦- a⟧\n\n    code\n    \nend\n', 'a'],
    ['a lazy line under a quote', '> a\n⟦\n⟧b\n', ''],
    ['everything deleted', '⟦# A\n\nwords\n⟧', ''],
    ['everything typed', '⟦⟧', '# A\n\nwords\n'],
    ['words at the very end', '# A\n\nwords⟦⟧', ' and more'],
    ['nothing', '# A\n\nwords⟦⟧\n', ''],
  ];
  for (const [name, marked, newText] of traps) {
    it(`is as if read afresh after ${name}`, () => {
      const { before, edit, now } = edited(marked, newText);
      const after = updateBlocks(before, edit, now);
      assert.deepEqual(after, parseBlocks(now));
      assert.deepEqual(nodesOf(after), wholeParse(now));
    });
  }

  it('keeps all blocks but the edited one', () => {
    const { before, edit, now } = edited(LETTER, 'new\nline of');
    const after = updateBlocks(before, edit, now);
    const kept = after.blocks.map(({ block }, index) => block === before.blocks[index]!.block);
    assert.deepEqual(kept, [true, true, true, false, true, true, true]);
    assert.deepEqual(after.blocks.map(({ line }) => line), [0, 2, 4, 7, 10, 12, 14]);
  });

  it('keeps the blocks around a new paragraph', () => {
    const { before, edit, now } = edited(LETTER.replace('⟦⟧', '').replace('\n\n> quote', '\n\n⟦⟧> quote'), 'New.\n\n');
    const after = updateBlocks(before, edit, now);
    const known = new Set(before.blocks.map(({ block }) => block));
    assert.deepEqual(after.blocks.filter(({ block }) => !known.has(block)).map(({ block }) => block.text), ['New.']);
  });

  it('keeps front matter and blocks of which only the other changes', () => {
    const head = edited('---\na: ⟦b⟧\n---\n\n# A\n\nwords\n', 'bcd\ne: f');
    const afterHead = updateBlocks(head.before, head.edit, head.now);
    assert.deepEqual(afterHead.blocks.map(({ block }) => block), head.before.blocks.map(({ block }) => block));
    assert.equal(afterHead.frontMatter!.entries.length, 2);
    const body = edited('---\na: b\n---\n\n# A\n\nwords⟦⟧\n', '!');
    assert.equal(updateBlocks(body.before, body.edit, body.now).frontMatter, body.before.frontMatter);
  });

  it('applies several edits one after another', () => {
    const before = parseBlocks('one\n\ntwo\n\nthree\n');
    const edits = [{ start: 10, end: 10, newText: '## ' }, { start: 0, end: 3, newText: '- 1' }, { start: 3, end: 3, newText: '\n- 2' }];
    const now = '- 1\n- 2\n\ntwo\n\n## three\n';
    const after = updateBlocks(before, edits, now);
    assert.deepEqual(after, parseBlocks(now));
    assert.equal(after.blocks[1]!.block, before.blocks[1]!.block);
    assert.equal(updateBlocks(before, [], before.text), before);
  });

  it('reads a text afresh that the edits do not lead to', () => {
    const before = parseBlocks('one\n');
    for (const edit of [{ start: 0, end: 0, newText: 'x' }, { start: 3, end: 99, newText: '' }, { start: -1, end: 0, newText: '' }]) {
      assert.deepEqual(updateBlocks(before, edit, '# other\n'), parseBlocks('# other\n'));
    }
  });
});
