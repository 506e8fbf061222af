import assert from 'node:assert/strict';
import path from 'node:path';
import type { CheckedFile } from '../../server/src/cli/checked-file.ts';
import { contradicting, recipe, soundLetter, undecided, unknownDecision } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const letters = {
  'sound.md': soundLetter,
  'undecided.md': undecided,
  'denied.md': unknownDecision,
  'bread.md': recipe,
  'folder/contradicting.md': contradicting,
  'folder/.hidden/denied.md': unknownDecision,
  'node_modules/package/denied.md': unknownDecision,
};

async function findings(files: Readonly<Record<string, string>>, args: readonly string[], stdin?: string): Promise<string[]> {
  const { out } = await folderWith(files).imr(['check', '--format', 'compact', ...args], stdin);
  return out.split('\n').filter(Boolean).map((line) => `${line.split(': ')[0]} ${line.slice(line.lastIndexOf('[') + 1, -1)}`);
}

describe('imr check', () => {
  const exits: readonly [string, readonly string[], number, RegExp?][] = [
    ['nothing is found', ['sound.md'], 0],
    ['an error is found', ['denied.md'], 1],
    ['the finding is only a warning', ['denied.md', '--rule', 'unknown-decision:warning'], 0],
    ['there are more warnings than allowed', ['denied.md', '--rule', 'unknown-decision:warning', '--max-warnings', '0'], 1, /more than the 0/],
    ['as many warnings as allowed', ['denied.md', '--rule', 'unknown-decision:warning', '--max-warnings', '1'], 0],
    ['too many warnings, though --quiet hides them', ['denied.md', '--rule', 'unknown-decision:warning', '--max-warnings', '0', '--quiet'], 1, /1 warnings/],
    ['a folder holds other Markdown', ['bread.md/..', '--rule', 'unknown-decision:off', '--rule', 'missing-decision:off', '--rule', 'conclusion-contradicts-decision:off'], 0],
    ['a named file is no determination', ['bread.md'], 2, /^imr: bread\.md is no determination draft/],
    ['a file is missing', ['nothing.md'], 2, /^imr: nothing\.md does not exist\. Check the path\.\n$/],
    ['a pattern matches nothing', ['x*.md'], 2, /No file matches x\*\.md/],
    ['no file is named', [], 2, /^imr: No file was named/],
    ['an argument is empty', [''], 2, /^imr: No file was named: an argument is empty\./],
    ['the format is unknown', ['sound.md', '--format', 'toml'], 2, /argument 'toml' is invalid\. Allowed choices are stylish/],
    ['an option is unknown', ['sound.md', '--fixx'], 2, /unknown option '--fixx'/],
    ['a rule is unknown', ['sound.md', '--rule', 'missing-decison:off'], 2, /no rule “missing-decison”.*Did you mean “missing-decision”\?/],
    ['a severity is unknown', ['sound.md', '--rule', 'missing-decision:fatal'], 2, /must be one of off, hint/],
    ['a rule is given without a severity', ['sound.md', '--rule', 'missing-decision'], 2, /takes a rule and a severity/],
    ['--max-warnings is no number', ['sound.md', '--max-warnings', 'many'], 2, /Give a whole number/],
    ['--fix and --fix-dry-run are both given', ['sound.md', '--fix', '--fix-dry-run'], 2, /exclude each other/],
    ['--fix-rule names no rule', ['sound.md', '--fix', '--fix-rule', 'none'], 2, /there is no rule “none”/],
    ['--fix-rule repairs nothing by itself', ['sound.md', '--fix-rule', 'date-order'], 2, /Add one of them/],
    ['--fix has no file to write', ['-', '--fix'], 2, /comes from stdin/],
    ['the settings file is missing', ['sound.md', '--config', 'none.yaml'], 2, /none\.yaml does not exist/],
  ];
  for (const [name, args, code, message] of exits) {
    it(`exits with ${code} when ${name}`, async () => {
      const ran = await folderWith(letters).imr(['check', ...args]);
      assert.equal(ran.code, code, ran.err + ran.out);
      assert.match(ran.err, message ?? /^$/);
      assert(!ran.err.includes('\n    at '), 'no stack trace');
    });
  }

  it('counts a letter once that links lead to from several places, where it lies', async () => {
    const folder = folderWith({ 'archive/denied.md': unknownDecision });
    folder.link('archive/denied.md', 'another.md');
    folder.link('archive', 'archive/back');
    const { out } = await folder.imr(['check', '--format', 'compact', '.']);
    assert.deepEqual(out.split('\n').filter(Boolean).map((line) => line.split(':')[0]), [path.join('archive', 'denied.md')]);
  });

  const broken: readonly [string, string | Buffer, RegExp][] = [
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /is a binary file/],
    ['a file in UTF-16', Buffer.from('\uFEFF# a', 'utf16le'), /UTF-16\. Save it as UTF-8/],
    ['bytes that are no UTF-8', Buffer.from([0x23, 0x20, 0xe9, 0x0a]), /not UTF-8 text/],
    ['an empty file', '', /is no determination draft/],
  ];
  for (const [name, content, message] of broken) {
    it(`says in a sentence what is wrong with ${name}, and checks the others`, async () => {
      const ran = await folderWith({ 'a.md': content, 'b.md': unknownDecision }).imr(['check', 'a.md', 'b.md', '--format', 'compact']);
      assert.equal(ran.code, 2);
      assert.match(ran.err, message);
      assert.match(ran.out, /^b\.md:22:30: error/);
    });
  }

  const badSettings: readonly [string, string, RegExp][] = [
    ['broken YAML', 'rules: [a: b', /\.imr\.yaml can't be read/],
    ['an unknown key', 'rule: {}', /no setting “rule”.*Did you mean “rules”/],
    ['an unknown rule', 'rules:\n  mising-decision: off', /Did you mean “missing-decision”/],
    ['a list', '- a', /expected settings/],
  ];
  for (const [name, content, message] of badSettings) {
    it(`exits with 2 for settings with ${name}`, async () => {
      const ran = await folderWith({ 'a.md': soundLetter, '.imr.yaml': content }).imr(['check', 'a.md']);
      assert.equal(ran.code, 2);
      assert.match(ran.err, message);
    });
  }

  const found: readonly [string, readonly string[], readonly string[]][] = [
    ['files, in the order of their names', ['undecided.md', 'denied.md'], ['denied.md:22:30 unknown-decision', 'undecided.md:22:5 missing-decision']],
    ['a folder, without hidden ones and packages', ['folder'], ['folder/contradicting.md:29:103 conclusion-contradicts-decision']],
    ['a pattern', ['{denied,sound}.md'], ['denied.md:22:30 unknown-decision']],
    ['a file that is named twice, once', ['denied.md', './denied.md', '*.md'], [
      './denied.md:22:30 unknown-decision', 'undecided.md:22:5 missing-decision',
    ]],
  ];
  for (const [name, args, expected] of found) {
    it(`checks ${name}`, async () => assert.deepEqual(await findings(letters, args), expected));
  }

  it('checks stdin under the name it is given', async () => {
    assert.deepEqual(await findings({}, ['-'], unknownDecision), ['stdin.md:22:30 unknown-decision']);
    assert.deepEqual(await findings({}, ['-', '--stdin-filename', 'in/a.md'], unknownDecision), ['in/a.md:22:30 unknown-decision']);
  });

  it('reads the names of the files from a list', async () => {
    const list = { ...letters, 'list.txt': '# what changed\nsound.md\r\n\n denied.md \n' };
    assert.deepEqual(await findings(list, ['--files-from', 'list.txt']), ['denied.md:22:30 unknown-decision']);
    assert.deepEqual(await findings(letters, ['--files-from', '-'], 'denied.md\n'), ['denied.md:22:30 unknown-decision']);
  });

  it('takes the nearest settings file, another one, or none', async () => {
    const files = {
      'a.md': unknownDecision, 'in/a.md': unknownDecision, 'in/.imr.json': '{"rules":{"unknown-decision":"off"}}',
      'other.yaml': 'rules: {unknown-decision: hint}',
    };
    assert.deepEqual(await findings(files, ['.']), ['a.md:22:30 unknown-decision']);
    assert.deepEqual(await findings(files, ['.', '--no-config']), ['a.md:22:30 unknown-decision', 'in/a.md:22:30 unknown-decision']);
    const { out } = await folderWith(files).imr(['check', 'in/a.md', '--config', 'other.yaml', '--format', 'compact']);
    assert.match(out, /hint/);
  });

  it('counts columns as an editor does, whatever the line ends and the byte order mark', async () => {
    const emoji = unknownDecision.replace('lumbar spine: Denied', 'lumbar 🦴: Denied').replaceAll('\n', '\r\n');
    assert.deepEqual(await findings({ 'a.md': `\uFEFF${emoji}` }, ['a.md']), ['a.md:22:27 unknown-decision']);
  });

  it('prints JSON as the contract says', async () => {
    const { out } = await folderWith(letters).imr(['check', 'folder', 'sound.md', '--format', 'json']);
    const [contradiction, sound] = JSON.parse(out) as CheckedFile[];
    assert.deepEqual(sound, { filePath: 'sound.md', errorCount: 0, warningCount: 0, messages: [] });
    assert.deepEqual(contradiction, {
      filePath: 'folder/contradicting.md', errorCount: 1, warningCount: 0,
      messages: [{
        ruleId: 'conclusion-contradicts-decision', messageId: 'contradiction', data: { item: 1, decision: 'Upheld', necessity: 'medically necessary' },
        severity: 'error', message: contradiction!.messages[0]!.message, fingerprint: contradiction!.messages[0]!.fingerprint,
        line: 29, column: 103, endLine: 29, endColumn: 122, item: 1,
        related: [{ line: 22, column: 30, endLine: 22, endColumn: 36, message: 'The decision: Upheld' }],
        fix: { applicability: 'suggestion', edits: [{ line: 22, column: 30, endLine: 22, endColumn: 36, newText: 'Overturned' }] },
        helpUri: 'https://github.com/imr-determination/imr-determination/blob/main/docs/rules/conclusion-contradicts-decision.md',
      }],
    });
  });

  it('gives a finding the same fingerprint after lines have moved, and each of two alike one of its own', async () => {
    const moved = contradicting.replace('\n## ', '\nOne line more.\n\n## ');
    const { out } = await folderWith({ 'a.md': contradicting, 'b.md': moved }).imr(['check', '.', '--format', 'json']);
    const [first, second] = (JSON.parse(out) as CheckedFile[]).map(({ messages }) => messages[0]!);
    assert.match(first!.fingerprint, /^[0-9a-f]{32}$/);
    assert.deepEqual([second!.fingerprint, second!.line], [first!.fingerprint, first!.line + 2]);
  });

  it('says the same in the same order with several jobs', async function () {
    this.timeout(60_000);
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`letter-${i}.md`, [soundLetter, undecided, unknownDecision][i % 3]!]));
    const folder = folderWith({ ...many, 'bread.md': recipe });
    const args = ['check', '.', 'bread.md', 'nothing.md', '--format', 'json'];
    const alone = await folder.imr(args);
    assert.equal((JSON.parse(alone.out) as CheckedFile[]).length, 9);
    assert.deepEqual(await folder.imr([...args, '--jobs', '3']), alone);
  });

  it('stops at settings that can’t be used with several jobs, too', async function () {
    this.timeout(60_000);
    const { code, err } = await folderWith(letters).imr(['check', 'sound.md', '--jobs', '2', '--rule', 'missing-decison:off']);
    assert.equal(code, 2);
    assert.match(err, /^imr: .*no rule “missing-decison”/);
  });

  it('puts right all of one rule, suggestions too, and nothing else', async () => {
    const text = contradicting.replace('normal reflexes', 'plane films, normal reflexes').replace('has had none so far', 'has had plane films so far');
    const folder = folderWith({ 'a.md': text });
    await folder.imr(['check', 'a.md', '--fix', '--fix-rule', 'confusable-words']);
    assert.equal(folder.read('a.md').toString('utf8'), text.replaceAll('plane', 'plain'));
  });

  it('changes no file that needs no safe fix', async () => {
    const folder = folderWith({ 'a.md': `\uFEFF${undecided}` });
    const { code } = await folder.imr(['check', 'a.md', '--fix']);
    assert.equal(code, 1);
    assert.equal(folder.read('a.md').toString('utf8'), `\uFEFF${undecided}`);
  });
});
