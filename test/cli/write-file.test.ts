import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../../server/src/cli/write-file.ts';
import { soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

/** A comment that silences nothing is taken out by --fix. */
const mendable = soundLetter.replace('### MRI', '<!-- imr-disable-next-line missing-rationale -- once needed -->\n### MRI');
const IMR = fileURLToPath(new URL('../../bin/imr.js', import.meta.url));

describe('a file that is written', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'imr-write-')));
    for (const name of ['in', 'out']) mkdirSync(path.join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => path.join(folder, name);
  const put = (name: string, text: string): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const names = (): string[] => readdirSync(folder, { recursive: true }).map(String).sort();

  it('holds the new words and nothing is left beside it', () => {
    assert.equal(writeWhole(put('in/a.md', 'old'), 'new', Buffer.from('old')), null);
    assert.equal(readFileSync(at('in/a.md'), 'utf8'), 'new');
    assert.deepEqual(names(), ['in', 'in/a.md', 'out']);
  });

  it('keeps its permissions', function () {
    if (process.platform === 'win32') this.skip();
    const file = put('in/a.md', 'old');
    for (const mode of [0o600, 0o664, 0o640]) {
      chmodSync(file, mode);
      assert.equal(writeWhole(file, `words ${mode}`, 'anything'), null);
      assert.equal(statSync(file).mode & 0o777, mode);
    }
  });

  it('stays as it is where somebody has changed it since', () => {
    assert.equal(writeWhole(put('in/a.md', 'old, and a word more'), 'new', Buffer.from('old')), 'has changed since it was read.');
    assert.equal(readFileSync(at('in/a.md'), 'utf8'), 'old, and a word more');
    assert.deepEqual(names(), ['in', 'in/a.md', 'out']);
  });

  it('takes no other’s place where it has to be new', () => {
    assert.equal(writeWhole(put('in/a.md', 'mine'), 'new', 'nothing'), 'exists already.');
    symlinkSync(at('nowhere.md'), at('in/b.md'));
    assert.equal(writeWhole(at('in/b.md'), 'new', 'nothing'), 'exists already.');
    assert.equal(writeWhole(at('in/c.md'), 'new', 'nothing'), null);
    assert.deepEqual([readFileSync(at('in/a.md'), 'utf8'), readFileSync(at('in/c.md'), 'utf8')], ['mine', 'new']);
    assert.deepEqual(names(), ['in', 'in/a.md', 'in/b.md', 'in/c.md', 'out']);
  });

  it('is the one that a link leads to, and the link stays one', () => {
    put('in/a.md', 'old');
    symlinkSync('a.md', at('in/link.md'));
    assert.equal(writeWhole(at('in/link.md'), 'new', Buffer.from('old')), null);
    assert.equal(readFileSync(at('in/a.md'), 'utf8'), 'new');
    assert.ok(lstatSync(at('in/link.md')).isSymbolicLink());
  });

  it('is none that a link leads to out of the folder', () => {
    put('out/a.md', 'old');
    symlinkSync(at('out/a.md'), at('in/file.md'));
    symlinkSync(at('out'), at('in/folder'), 'junction');
    symlinkSync(at('nothing.md'), at('in/broken.md'));
    for (const name of ['in/file.md', 'in/folder/a.md']) {
      const problem = writeWhole(at(name), 'new', 'anything', at('in'));
      assert.equal(problem, `is reached by a link out of ${at('in')}, and lies at ${at('out/a.md')}. Name it by that path.`);
    }
    assert.equal(writeWhole(at('in/broken.md'), 'new', 'anything', at('in')), 'is a link that leads nowhere.');
    assert.equal(readFileSync(at('out/a.md'), 'utf8'), 'old');
  });

  it('is the old one, whole, where the disk is full', function () {
    if (process.platform === 'win32') this.skip();
    const file = put('in/a.md', mendable);
    // The process may write files of so many blocks only: fewer than the letter has.
    const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, IMR, 'check', '--fix', 'in/a.md'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /in\/a\.md can't be written \(EFBIG\)\. Its fixes are lost\./);
    assert.equal(readFileSync(file, 'utf8'), mendable);
    assert.deepEqual(names(), ['in', 'in/a.md', 'out']);
  });
});

describe('imr check --fix', () => {
  it('writes what is mended, and says of each letter that it can’t write why', async () => {
    const outside = folderWith({ 'far.md': mendable });
    const folder = folderWith({ 'a.md': mendable });
    const far = path.join(outside.path, 'far.md');
    symlinkSync(far, path.join(folder.path, 'b.md'));
    const { code, err } = await folder.imr(['check', '--fix', '.']);
    assert.equal(code, 2);
    assert.match(err, /^imr: b\.md is reached by a link out of [^,]*, and lies at .*far\.md\. Name it by that path\. Its fixes are lost\.\n$/);
    assert.deepEqual([folder.read('a.md').toString(), outside.read('far.md').toString()], [soundLetter, mendable]);
  });
});
