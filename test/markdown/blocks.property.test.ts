import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BlockDocument } from '../../server/src/markdown/block.ts';
import type { TextEdit } from '../../server/src/markdown/text-edit.ts';
import { parseBlocks } from '../../server/src/markdown/parse.ts';
import { plainBlocks, updatePlainBlocks } from '../../server/src/markdown/plain.ts';
import { applyEdit } from '../../server/src/markdown/splice.ts';
import { nodesOf } from '../../server/src/markdown/tree.ts';
import { updateBlocks } from '../../server/src/markdown/update.ts';
import { fitEdit, looseEdits, markdownText } from './random-documents.ts';
import { wholeParse } from './whole-parse.ts';

const numRuns = Number(process.env['BLOCK_RUNS'] ?? 300);

describe('any Markdown text', () => {
  it('is read into the same nodes as by remark, positions included', () => {
    fc.assert(fc.property(markdownText, (text) => {
      const document = parseBlocks(text);
      assert.deepEqual(nodesOf(document), wholeParse(text));
      for (const { block, start } of document.blocks) {
        assert.equal(block.text, text.slice(start, start + block.text.length));
        assert.equal(block.type, block.node.type);
        assert.equal(block.depth, block.node.type === 'heading' ? block.node.depth : undefined);
      }
    }), { numRuns });
  });

  it('is after any edits the same as if it were read afresh', () => {
    fc.assert(fc.property(markdownText, looseEdits, (text, loose) => {
      let document = parseBlocks(text);
      const edits: TextEdit[] = [];
      let now = text;
      for (const each of loose) {
        const edit = fitEdit(each, now);
        edits.push(edit);
        now = applyEdit(now, edit);
        document = updateBlocks(document, edit, now);
        assertSame(document, parseBlocks(now));
        assert.deepEqual(nodesOf(document), wholeParse(now));
      }
      assertSame(updateBlocks(parseBlocks(text), edits, now), parseBlocks(now));
    }), { numRuns });
  });

  it('keeps the blocks far from an edit the same objects', () => {
    const far = 'First words.\n\n## Far heading\n\nFar **words**.\n\nNear words.\n\n';
    const end = '\n\nNear end.\n\n## End heading\n\nFar end.\n';
    const inside = fc.stringMatching(/^[a-z*_ \n#>]{0,60}$/).map((words) => `${words.trim()}.`);
    fc.assert(fc.property(inside, looseEdits, (middle, [loose]) => {
      const before = parseBlocks(far + middle + end);
      const within = fitEdit(loose!, middle);
      const edit = { start: within.start + far.length, end: within.end + far.length, newText: loose!.newText.replace(/[^a-z #>*\n]/g, 'x') };
      const after = updateBlocks(before, edit, applyEdit(before.text.toString(), edit));
      for (const index of [0, 1, 2]) assert.equal(after.blocks[index]!.block, before.blocks[index]!.block);
      for (const index of [-1, -2]) assert.equal(after.blocks.at(index)!.block, before.blocks.at(index)!.block);
    }), { numRuns });
  });
});

describe('any plain text', () => {
  it('is after any edits the same as if it were read afresh', () => {
    fc.assert(fc.property(markdownText, looseEdits, (text, loose) => {
      let document = plainBlocks(text);
      let now = text;
      for (const each of loose) {
        const edit = fitEdit(each, now);
        now = applyEdit(now, edit);
        document = updatePlainBlocks(document, edit, now);
        assertSame(document, plainBlocks(now));
      }
    }), { numRuns });
  });

  it('is cut into runs that hold every visible character and no form feed', () => {
    fc.assert(fc.property(markdownText, (text) => {
      const { blocks } = plainBlocks(text);
      assert.equal(blocks.map(({ block }) => block.text).join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      for (const { block, start, line } of blocks) {
        assert.equal(block.text, text.slice(start, start + block.text.length));
        assert.ok(!block.text.includes('\f'));
        assert.equal(line, text.slice(0, start).split(/\r\n|[\r\n]/).length - 1);
      }
    }), { numRuns });
  });
});

function assertSame(actual: BlockDocument, expected: BlockDocument): void {
  assert.deepEqual(actual, expected);
}
