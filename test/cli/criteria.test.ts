import assert from 'node:assert/strict';
import { recipe, soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

describe('imr criteria', () => {
  it('says what each request is judged by, and gives the sentence with its line', async () => {
    const { code, out } = await folderWith({ 'a.md': soundLetter }).imr(['criteria', 'a.md', '--item', '1']);
    assert.equal(code, 0);
    const lines = out.split('\n');
    assert.deepEqual(lines.slice(0, 2), ['a.md', '  1. MRI of the lumbar spine: MRI of the lumbar spine']);
    const at = lines.indexOf('     not met: whether a red flag is present');
    assert.equal(lines[at + 1], '       28: The records of this worker show normal reflexes, strength and sensation, and no red flags.');
  });

  it('gives all of it as JSON', async () => {
    const { out } = await folderWith({ 'a.md': soundLetter }).imr(['criteria', 'a.md', '--format', 'json']);
    const [{ filePath, items }] = JSON.parse(out) as [{ filePath: string; items: { item: number; rows: { status: string }[] }[] }];
    assert.deepEqual([filePath, items.map(({ item }) => item)], ['a.md', [1, 2]]);
    assert.ok(items[0]?.rows.every(({ status }) => ['met', 'not-met', 'said', 'not-stated'].includes(status)));
  });

  it('refuses what is no letter, and an item that is none', async () => {
    const folder = folderWith({ 'a.md': soundLetter, 'bread.md': recipe });
    assert.match((await folder.imr(['criteria', 'bread.md'])).err, /no determination draft/);
    const { code, err } = await folder.imr(['criteria', 'a.md', '--item', '7']);
    assert.equal(code, 2);
    assert.match(err, /a\.md has no item 7/);
  });
});
