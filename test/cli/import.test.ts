import assert from 'node:assert/strict';
import { letters } from '../fixtures/letters.ts';
import { recipe, soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const text = letters.find(({ name }) => name === 'clean-2014-on.txt')?.text ?? '';
const files = { 'a.txt': text, 'in/b.txt': text, 'in/draft.md': soundLetter, 'in/bread.txt': recipe, 'scan.pdf': 'any bytes', 'old.md': 'mine' };

describe('imr import', () => {
  it('prints the draft of one letter', async () => {
    const { code, out, err } = await folderWith(files).imr(['import', 'a.txt']);
    assert.equal(code, 0);
    assert.match(out, /^---\ncase-number: CM16-9100202\n/);
    assert.match(out, /\n### Hydrocodone 10\/325 mg, ninety count: Upheld\n/);
    assert.equal(err, '');
  });

  it('reads the clipboard’s text from stdin', async () => {
    const { code, out } = await folderWith({}).imr(['import', '-'], text);
    assert.equal(code, 0);
    assert.match(out, /^---\ncase-number: CM16-9100202\n/);
  });

  it('writes a file, and a draft that checks clean', async () => {
    const folder = folderWith(files);
    assert.deepEqual(await folder.imr(['import', 'a.txt', '--out', 'new/a.md']), { code: 0, out: '', err: '' });
    assert.equal((await folder.imr(['check', 'new/a.md'])).code, 0);
  });

  it('writes a draft for each letter of a folder, and passes over everything else', async () => {
    const folder = folderWith(files);
    const { code } = await folder.imr(['import', 'a.txt', 'in', '--out', 'drafts']);
    assert.equal(code, 0);
    assert.equal(folder.read('drafts/a.md').toString(), folder.read('drafts/b.md').toString());
    assert.throws(() => folder.read('drafts/bread.md'));
    assert.throws(() => folder.read('drafts/draft.md'));
  });

  it('says what could not be placed', async () => {
    const folder = folderWith({ 'a.txt': `Some Publisher\n\n${text}` });
    const { code, err } = await folder.imr(['import', 'a.txt']);
    assert.equal(code, 0);
    assert.match(err, /a\.txt: some lines found no place\. They stand at the draft's end/);
  });

  const refused: readonly [name: string, args: string[], sentence: RegExp][] = [
    ['a PDF', ['scan.pdf'], /scan\.pdf can't be imported yet, only text can: save it as text/],
    ['a Markdown draft', ['old.md'], /old\.md is Markdown already/],
    ['a text that is no determination', ['in/bread.txt'], /in\/bread\.txt is no determination letter/],
    ['several letters without a folder for them', ['a.txt', 'in/b.txt'], /--out FOLDER/],
    ['to replace a draft', ['a.txt', '--out', 'old.md'], /old\.md exists already\. Name another place, or add --overwrite/],
  ];
  for (const [name, args, sentence] of refused) {
    it(`refuses ${name}`, async () => {
      const folder = folderWith(files);
      const { code, out, err } = await folder.imr(['import', ...args]);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.equal(folder.read('old.md').toString(), 'mine');
    });
  }

  it('replaces a draft when it is told to', async () => {
    const folder = folderWith(files);
    assert.equal((await folder.imr(['import', 'a.txt', '--out', 'old.md', '--overwrite'])).code, 0);
    assert.match(folder.read('old.md').toString(), /CM16-9100202/);
  });
});
