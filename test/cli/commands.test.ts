import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/rules/rules.ts';
import { recipe, soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const folder = folderWith({
  'letter.md': soundLetter,
  'bread.md': recipe,
  'modified.md': soundLetter.replace('spine: Upheld', 'spine: MODIFIED'),
  'in/.imr.yaml': 'rules:\n  missing-decision: warning\ndecisions:\n  Upheld: [Denied]\n',
  'in/letter.md': soundLetter.replace('spine: Upheld', 'spine: Denied'),
});

describe('imr outline', () => {
  it('prints the letter as the contract says', async () => {
    const { code, out } = await folder.imr(['outline', 'letter.md', '--format', 'json']);
    assert.equal(code, 0);
    const [letter] = JSON.parse(out);
    assert.equal(letter.filePath, 'letter.md');
    assert.equal(letter.layout, 'draft');
    assert.equal(letter.facts['date-of-injury'], '2016-01-11');
    assert.deepEqual(letter.sections.at(-1), { name: 'issues-decisions-and-rationales', line: 20 });
    const { rationale, claimsAdministratorGuideline, ...item } = letter.items[0];
    assert.deepEqual(item, {
      number: 1, title: 'MRI of the lumbar spine', decision: 'Upheld', line: 22,
      reviewerGuideline: {
        text: 'Decision based on MTUS Low Back Complaints 2004.', line: 26,
        citations: [{ text: 'MTUS Low Back Complaints 2004', guideline: 'acoem2-ch12', sections: [], pages: [], status: 'resolved' }],
      },
      partial: null, regions: item.regions, sides: [], dependsOn: [],
    });
    assert.equal(claimsAdministratorGuideline.line, 24);
    assert.equal(rationale.line, 28);
    assert.equal(rationale.conclusion, 'not-medically-necessary');
    assert.match(rationale.text, /^The MTUS asks .* records of this worker .* not medically necessary\.$/);
  });

  it('knows the words that the settings add', async () => {
    const { out } = await folder.imr(['outline', 'in/letter.md', '--format', 'json']);
    assert.equal(JSON.parse(out)[0].items[0].decision, 'Upheld');
  });

  it('gives no decision where the word decides nothing, and prints the word', async () => {
    assert.equal(JSON.parse((await folder.imr(['outline', 'modified.md', '--format', 'json'])).out)[0].items[0].decision, null);
    assert.match((await folder.imr(['outline', 'modified.md'])).out, /MRI of the lumbar spine: no decision \(“MODIFIED”\) \(line 22\)/);
  });

  it('passes over other Markdown in a folder, and refuses it when it is named', async () => {
    assert.equal((await folder.imr(['outline', '.'])).code, 0);
    const { code, err } = await folder.imr(['outline', 'bread.md']);
    assert.equal(code, 2);
    assert.match(err, /bread\.md is no determination draft/);
  });
});

describe('imr cite', () => {
  it('resolves a citation', async () => {
    const { code, out } = await folder.imr(['cite', 'MTUS Low Back Complaints 2004', '--format', 'json']);
    assert.equal(code, 0);
    const [citation] = JSON.parse(out);
    assert.equal(citation.guideline, 'acoem2-ch12');
    assert.equal(citation.status, 'resolved');
    assert.match((await folder.imr(['cite', 'MTUS Low Back Complaints 2004'])).out, /: resolved\n/);
  });

  it('promises no open end, and takes a newer ACOEM for what it is outside of the MTUS', async () => {
    assert.match((await folder.imr(['cite', 'MTUS Knee Disorders 2020'])).out, /in force from 2020-09-21; known until 2023-11-10\n/);
    const outside = (await folder.imr(['cite', 'Non-MTUS Citation ACOEM Knee Disorders 2025'])).out;
    assert.match(outside, /: external\n.*9792\.21\.1\(a\)\(2\)\(A\)/);
    assert.doesNotMatch(outside, /in force from/);
  });

  it('refuses a day that is none', async () => {
    const { code, err } = await folder.imr(['cite', 'ODG', '--date', '3/4/2016']);
    assert.equal(code, 2);
    assert.match(err, /YYYY-MM-DD/);
  });
});

describe('imr rules and imr explain', () => {
  it('list every rule', async () => {
    const { out } = await folder.imr(['rules', '--format', 'json']);
    assert.deepEqual((JSON.parse(out) as { id: string }[]).map(({ id }) => id), rules.map(({ id }) => id));
    assert.equal((await folder.imr(['rules'])).out.split('\n').length - 1, rules.length);
  });

  it('print the page of one, and name the nearest for a mistyped one', async () => {
    assert.match((await folder.imr(['explain', 'missing-decision'])).out, /missing-decision/);
    const { code, err } = await folder.imr(['explain', 'missing-decison']);
    assert.equal(code, 2);
    assert.match(err, /Did you mean “missing-decision”/);
  });
});

describe('imr config', () => {
  it('prints the settings in force, and who said so', async () => {
    const { out } = await folder.imr(['config', 'in/letter.md', '--rule', 'duplicate-item:off', '--format', 'json']);
    const settings = JSON.parse(out);
    assert.equal(settings['rules.missing-decision'].value, 'warning');
    assert.match(settings['rules.missing-decision'].origin, /in\/\.imr\.yaml$/);
    assert.deepEqual(settings['rules.duplicate-item'], { value: 'off', origin: '--rule' });
    assert.deepEqual(settings['labels.rationale'], { value: [], origin: 'default' });
    assert.match((await folder.imr(['config', 'letter.md'])).out, /^determinationFiles\s+auto {2}\(default\)$/m);
  });
});

describe('imr', () => {
  const cases: readonly [string, readonly string[], number][] = [
    ['prints its help', ['--help'], 0],
    ['prints the help of a command', ['check', '--help'], 0],
    ['refuses an unknown command', ['chekc', 'letter.md'], 2],
    ['wants a command', [], 2],
  ];
  for (const [name, args, code] of cases) {
    it(name, async () => assert.equal((await folder.imr(args)).code, code));
  }
});

describe('imr --version', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    assert.deepEqual(await folder.imr(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });
});
