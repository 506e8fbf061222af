import assert from 'node:assert/strict';
import { soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const CHANGED = soundLetter.replace('lumbar spine: Upheld', 'lumbar spine: Overturned');

describe('imr compare', () => {
  it('says what changed, with its line', async () => {
    const { code, out } = await folderWith({ 'old.md': soundLetter, 'new.md': CHANGED }).imr(['compare', 'old.md', 'new.md']);
    assert.deepEqual([code, out], [0, 'Item 1: MRI of the lumbar spine\n  22: verdict, decision: “Upheld” → “Overturned”\n']);
  });

  it('gives the same as JSON', async () => {
    const { out } = await folderWith({ 'old.md': soundLetter, 'new.md': CHANGED }).imr(['compare', 'old.md', 'new.md', '--format', 'json']);
    const { items: [{ number, status, changes: [{ kind, before, after, line }] }] } = JSON.parse(out);
    assert.deepEqual([number, status, kind, before, after, line], [1, 'changed', 'verdict', 'Upheld', 'Overturned', 22]);
  });

  it('says that nothing has changed, and refuses what is no letter', async () => {
    const folder = folderWith({ 'old.md': soundLetter, 'notes.md': '# Notes\n' });
    assert.equal((await folder.imr(['compare', 'old.md', 'old.md'])).out, 'Nothing has changed.\n');
    assert.deepEqual(await folder.imr(['compare', 'old.md', 'notes.md']), { code: 2, out: '', err: 'imr: notes.md is no determination letter.\n' });
  });
});
