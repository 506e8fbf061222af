import assert from 'node:assert/strict';
import type { SignOff } from '../../protocol/sign-off.ts';
import { recipe, soundLetter, unknownDecision } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const warned = soundLetter.replace('Therefore, the request is medically necessary.', 'Therefore, the request may be medically necessary.');
const files = { 'sound.md': soundLetter, 'spoilt.md': unknownDecision, 'warned.md': warned, 'bread.md': recipe, 'other/sound.md': soundLetter };

const READ_BACK = '  Item 1. Denied, as not medically necessary: MRI of the lumbar spine.\n  Item 2. To be authorized, as medically necessary: Physical therapy, six visits for the low back.\n';

describe('imr sign-off', () => {
  it('says that a letter is ready, and reads it back', async () => {
    assert.deepEqual(await folderWith(files).imr(['sign-off', 'sound.md']), { code: 0, out: `sound.md: ready to sign\n${READ_BACK}`, err: '' });
  });

  it('says what stands in the way, and exits with 1', async () => {
    const { code, out } = await folderWith(files).imr(['sign-off', 'spoilt.md', 'sound.md']);
    assert.equal(code, 1);
    assert.match(out, /^sound\.md: ready to sign\n(?: {2}Item .+\n){2}spoilt\.md: not ready to sign, 1 thing to put right\n {2}22: error: .+ \(unknown-decision\)\n$/);
  });

  it('names warnings, which do not block', async () => {
    const folder = folderWith(files);
    const open = await folder.imr(['sign-off', 'warned.md']);
    assert.equal(open.code, 0);
    assert.match(open.out, /^warned\.md: ready to sign, 1 warning to look at\n(?: {2}Item .+\n){2} {2}\d+: warning: /);
    const { out } = await folder.imr(['sign-off', 'warned.md', '--acknowledge-warnings', '--format', 'json']);
    assert.equal((JSON.parse(out) as SignOff[])[0]?.findings[0]?.outcome, 'acknowledged');
  });

  it('tells of rules that are switched off', async () => {
    const { out } = await folderWith(files).imr(['sign-off', 'sound.md', '--rule', 'date-order:off', '--rule', 'duplicate-rationale:off', '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as SignOff[])[0]?.switchedOff, ['date-order']);
  });

  it('writes a page and its data for each letter', async () => {
    const folder = folderWith(files);
    assert.equal((await folder.imr(['sign-off', 'sound.md', 'spoilt.md', '--out', 'reports/today'])).code, 1);
    assert.match(folder.read('reports/today/sound.sign-off.html').toString(), /Ready to sign\./);
    assert.equal((JSON.parse(folder.read('reports/today/spoilt.sign-off.json').toString()) as SignOff).ready, false);
  });

  const refused: readonly [name: string, args: string[], sentence: RegExp][] = [
    ['no file', [], /No file was named/],
    ['a file that is no letter', ['bread.md'], /bread\.md is no determination draft/],
    ['a file that is not there', ['none.md'], /none\.md does not exist/],
    ['reports of the same name', ['sound.md', 'other/sound.md', '--out', 'reports'], /have the same name, and so would their reports/],
    ['a folder that is a file', ['sound.md', '--out', 'bread.md'], /can't be written \(EEXIST\)/],
    ['an unknown format', ['sound.md', '--format', 'pdf'], /Allowed choices are text, json/],
  ];
  for (const [name, args, sentence] of refused) {
    it(`refuses ${name}`, async () => {
      const { code, err } = await folderWith(files).imr(['sign-off', ...args]);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });
  }
});
