import assert from 'node:assert/strict';
import { soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const good = '---\ntitle: Cane\ntriggers: [walking cane]\n---\nTherefore, {title} {verdict} medically necessary.\n';
const files = { 'case.md': soundLetter, '.imr/templates/good.md': good, '.imr/templates/bad.md': good.replace('title: Cane\n', '') };

describe('imr check on a team’s templates', () => {
  it('says what is wrong in one', async () => {
    const { code, out } = await folderWith(files).imr(['check', '.imr/templates', '--format', 'compact']);
    assert.equal(code, 1);
    assert.match(out, /bad\.md.+The template has no “title”.+team-template/);
    assert.doesNotMatch(out, /good\.md/);
  });

  it('leaves them alone where the folder of letters is checked', async () => {
    assert.equal((await folderWith(files).imr(['check', '.'])).code, 0);
  });

  it('finds them where the settings say that they are', async () => {
    const folder = folderWith({ '.imr.yaml': 'templates: team\n', 'team/bad.md': 'no head\n' });
    assert.match((await folder.imr(['check', 'team/bad.md'])).out, /A template begins with its head/);
  });

  for (const name of ['/etc', '../elsewhere', 'C:\\texts', '""', '[a]']) {
    it(`refuses ${name} as their folder`, async () => {
      const { code, err } = await folderWith({ ...files, '.imr.yaml': `templates: ${name}\n` }).imr(['check', 'case.md']);
      assert.equal(code, 2);
      assert.match(err, /“templates” must be a folder such as \.imr\/templates/);
    });
  }
});
