import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { soundLetter, unknownDecision } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

/** A repository as far as the command line looks at it. */
const repository = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/info/exclude': '/private/\n',
  '.gitignore': '# drafts\n*.old.md\nbuild/\n/top.md\n!kept.old.md\n',
  'a.md': unknownDecision,
  'b.old.md': unknownDecision,
  'kept.old.md': unknownDecision,
  'top.md': unknownDecision,
  'build/c.md': unknownDecision,
  'private/d.md': unknownDecision,
  'sub/.gitignore': 'e.md\n!f.old.md\n',
  'sub/e.md': unknownDecision,
  'sub/f.old.md': unknownDecision,
  'sub/top.md': unknownDecision,
  'sub/build/g.md': unknownDecision,
};

describe('what git ignores', () => {
  const found = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> => {
    const { out } = await folderWith(files).imr(['check', '--format', 'json', ...args]);
    return (JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath.replaceAll('\\', '/'));
  };
  const kept = ['a.md', 'kept.old.md', 'sub/f.old.md', 'sub/top.md'];

  it('is left out of a folder, as every .gitignore and .git/info/exclude say', async () => assert.deepEqual(await found(repository, '.'), kept));
  it('is left out of what a pattern finds', async () => assert.deepEqual(await found(repository, '**/*.md'), kept));
  it('is taken in where it is named: the file, its folder, or a pattern in it', async () => {
    assert.deepEqual(await found(repository, 'top.md', 'build'), ['build/c.md', 'top.md']);
    assert.deepEqual(await found(repository, 'private/*.md'), ['private/d.md']);
  });
  it('is taken in with --no-ignore, hidden folders and packages not', async () => {
    assert.equal((await found({ ...repository, '.hidden/x.md': unknownDecision, 'node_modules/x/y.md': unknownDecision }, '.', '--no-ignore')).length, 10);
  });
  it('is nothing where there is no repository', async () => {
    const { '.git/HEAD': _, '.git/info/exclude': __, ...others } = repository;
    assert.equal((await found(others, '.')).length, 10);
  });
  it('stands in the repository itself where .git is the file of a further work tree', async () => {
    const files = await found({
      'main/.git/HEAD': 'x', 'main/.git/info/exclude': 'a.md\n', 'main/.git/worktrees/other/commondir': '../..\n',
      'other/.git': 'gitdir: ../main/.git/worktrees/other\n', 'other/a.md': unknownDecision, 'other/b.md': unknownDecision,
    }, 'other');
    assert.deepEqual(files, ['other/b.md']);
  });
  it('is said to be all that there is', async () => {
    const files = { '.git/HEAD': 'x', '.gitignore': '*.md\n', 'letters/a.md': unknownDecision };
    for (const [arg, sentence] of [
      ['letters', 'letters holds only what git ignores. Add --no-ignore to take that in, too.'],
      ['letters/*.md', 'All that matches letters/*.md is ignored by git. Add --no-ignore to take it in.'],
    ] as const) {
      const { code, err } = await folderWith(files).imr(['check', arg]);
      assert.deepEqual([code, err], [2, `imr: ${sentence}\n`]);
    }
  });
  it('is no matter of the other commands’ own files', async () => {
    const { out } = await folderWith(repository).imr(['outline', '.', '--format', 'json']);
    assert.equal((JSON.parse(out) as unknown[]).length, kept.length);
  });
});

describe('files to check', () => {
  it('are all but those that a pattern behind ! leaves out', async () => {
    const { out } = await folderWith({ 'a.md': unknownDecision, 'old/b.md': unknownDecision }).imr(['check', '.', '!old/**', '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath), ['a.md']);
  });

  it('are found once in a folder that links lead around in', async () => {
    const folder = folderWith({ 'in/a.md': unknownDecision });
    symlinkSync(folder.path, path.join(folder.path, 'in/up'), 'junction');
    const { out } = await folder.imr(['check', '.', '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath), [path.join('in', 'a.md')]);
  });

  for (const jobs of ['1', '2']) {
    it(`are checked though other settings can’t be used, which is said once, with ${jobs} at a time`, async function () {
      this.timeout(60_000);
      const folder = folderWith({ 'a.md': unknownDecision, 'z.md': soundLetter, 'bad/.imr.yaml': 'rules: [', 'bad/b.md': soundLetter, 'bad/c.md': soundLetter });
      const { code, out, err } = await folder.imr(['check', '.', '--format', 'json', '--jobs', jobs]);
      assert.equal(code, 2);
      assert.deepEqual((JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath), ['a.md', 'z.md']);
      assert.match(err, /^imr: [^\n]*bad[^\n]*\.imr\.yaml[^\n]*\n$/);
    });
  }

  it('are none where the command line itself says nothing that could be done', async function () {
    this.timeout(60_000);
    const { code, out, err } = await folderWith({ 'a.md': unknownDecision }).imr(['check', '.', '--rule', 'unknown-decision', '--jobs', '2']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^imr: --rule takes a rule and a severity/);
  });
});
