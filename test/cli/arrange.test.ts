import assert from 'node:assert/strict';
import { recipe, soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const titles = (text: string): string[] => [...text.matchAll(/^### (.+): /gm)].map(([, title = '']) => title);
const [MRI, THERAPY] = titles(soundLetter) as [string, string];
const three = soundLetter.replace(MRI, 'Cane and walker and knee brace');

describe('imr arrange', () => {
  it('prints the letter with the item moved', async () => {
    const { code, out, err } = await folderWith({ 'a.md': soundLetter }).imr(['arrange', 'a.md', '--move', '2:1']);
    assert.deepEqual([code, titles(out), err], [0, [THERAPY, MRI], '']);
  });

  it('writes it', async () => {
    const folder = folderWith({ 'a.md': soundLetter });
    assert.deepEqual(await folder.imr(['arrange', 'a.md', '--move', '2:1', '--write']), { code: 0, out: '', err: '' });
    assert.deepEqual(titles(folder.read('a.md').toString()), [THERAPY, MRI]);
  });

  it('merges, and splits where it is told', async () => {
    const folder = folderWith({ 'a.md': three, 'alike.md': soundLetter.replace('back: Overturned', 'back: Upheld') });
    assert.equal(titles((await folder.imr(['arrange', 'alike.md', '--merge', '2:1'])).out).length, 1);
    assert.deepEqual(titles((await folder.imr(['arrange', 'a.md', '--split', '1:2'])).out).slice(0, 2), ['Cane and walker', 'Knee brace']);
    const asked = await folder.imr(['arrange', 'a.md', '--split', '1']);
    assert.deepEqual([asked.code, asked.out], [2, '']);
    assert.match(asked.err, /--split 1:2 makes Cane and walker \| Knee brace/);
  });

  const refused: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['a.md'], /Give one of --move/],
    [['a.md', '--move', '1'], /Give one of --move/],
    [['a.md', '--move', '1:2', '--split', '1'], /Give one of --move/],
    [['a.md', '--merge', '2:1'], /decided alike/],
    [['a.md', '--move', '9:1'], /no item 9/],
    [['bread.md', '--move', '1:2'], /no determination draft/],
    [['-', '--move', '1:2', '--write'], /stdin/],
  ];
  for (const [args, sentence] of refused) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, out, err } = await folderWith({ 'a.md': soundLetter, 'bread.md': recipe }).imr(['arrange', ...args], soundLetter);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
    });
  }
});
