import assert from 'node:assert/strict';
import { soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const REMARK = '{"id":"a1","letter":"CM16-0000001","item":"MRI of the lumbar spine","words":"normal reflexes","text":"since when?","who":"Dana Quill","when":"2026-11-29T08:00:00Z"}\n';
const ANSWER = '{"on":"a1","letter":"CM16-0000001","text":"since March","who":"Dr. Ames","when":"2026-11-29T09:00:00Z"}\n';
const RESOLVED = '{"on":"a1","letter":"CM16-0000001","state":"resolved","who":"Dana Quill","when":"2026-11-29T10:00:00Z"}\n';
const READ = '{"letter":"CM16-0000001","read":"0","who":"Dana Quill","when":"2026-11-29T08:00:00Z"}\n';

describe('imr remarks', () => {
  it('lists what was said beside the letter, with its place', async () => {
    const { code, out } = await folderWith({ 'case.md': soundLetter, '.imr/remarks.jsonl': REMARK + ANSWER + READ }).imr(['remarks', '.']);
    assert.equal(code, 0);
    assert.equal(out, 'case.md\n  read by Dana Quill, 2026-11-29; the letter was changed since\n  29: open: Dana Quill, 2026-11-29: since when? · on “normal reflexes”\n    Dr. Ames, 2026-11-29: since March\n');
  });

  it('gives the same as JSON', async () => {
    const { out } = await folderWith({ 'case.md': soundLetter, '.imr/remarks.jsonl': REMARK + RESOLVED }).imr(['remarks', 'case.md', '--format', 'json']);
    const [{ remarks: [{ id, form, state, line, column, endColumn, settled }] }] = JSON.parse(out);
    assert.deepEqual([id, form, state, line, column, endColumn, settled.who], ['a1', 'kept', 'resolved', 29, 18, 33, 'Dana Quill']);
  });

  it('says nothing of a letter on which nobody said anything', async () => {
    assert.deepEqual(await folderWith({ 'case.md': soundLetter }).imr(['remarks', '.']), { code: 0, out: '', err: '' });
  });

  it('keeps a letter from being signed while one is open, and while a line can’t be read', async () => {
    const open = await folderWith({ 'case.md': soundLetter, '.imr/remarks.jsonl': REMARK + READ }).imr(['sign-off', 'case.md']);
    assert.deepEqual([open.code, open.out.split('\n')[0]], [1, 'case.md: not ready to sign, 1 thing to put right, 1 remark, 1 open, read by Dana Quill']);
    assert.equal((await folderWith({ 'case.md': soundLetter, '.imr/remarks.jsonl': REMARK + RESOLVED }).imr(['sign-off', 'case.md'])).code, 0);
    const spoilt = await folderWith({ 'case.md': soundLetter, '.imr/remarks.jsonl': `<<<<<<< mine\n${REMARK}` }).imr(['sign-off', 'case.md']);
    assert.deepEqual([spoilt.code, spoilt.err], [2, 'imr: .imr/remarks.jsonl: line 1 is no remark that can be read. Mend it, or take it out.\n']);
  });
});
