import assert from 'node:assert/strict';
import { contradicting, soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const files = { 'a & b.md': contradicting, 'sound.md': soundLetter };

async function printed(format: string, args: readonly string[] = ['.']): Promise<string> {
  return (await folderWith(files).imr(['check', '--format', format, ...args])).out;
}

describe('imr check --format', () => {
  it('stylish shows findings under their file, with a sum', async () => {
    const out = await printed('stylish');
    assert.match(out, /^a & b\.md\n {2}29:103 {2}error {8}Item 1 is Upheld.* {2}conclusion-contradicts-decision\n/);
    assert.match(out, /\n1 error, 0 warnings in 1 file\n$/);
    assert.equal(await printed('stylish', ['sound.md']), '');
  });

  it('compact shows a line for each finding', async () => {
    assert.match(await printed('compact'), /^a & b\.md:29:103: error: Item 1 .* \[conclusion-contradicts-decision\]\n$/);
  });

  it('ndjson shows a line for each file', async () => {
    const entries = (await printed('ndjson')).trimEnd().split('\n').map((line) => JSON.parse(line) as { filePath: string; errorCount: number });
    assert.deepEqual(entries.map(({ filePath, errorCount }) => [filePath, errorCount]), [['a & b.md', 1], ['sound.md', 0]]);
  });

  it('sarif is a log of version 2.1.0 with rules, places and fixes', async () => {
    const { version, runs } = JSON.parse(await printed('sarif'));
    assert.equal(version, '2.1.0');
    const [result] = runs[0].results;
    assert.equal(result.ruleId, 'conclusion-contradicts-decision');
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'a%20%26%20b.md' }, region: { startLine: 29, startColumn: 103, endLine: 29, endColumn: 122 },
    });
    assert.match(result.partialFingerprints['imrFinding/v1'], /^[0-9a-f]{32}$/);
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'Overturned');
    assert(runs[0].tool.driver.rules.some(({ id }: { id: string }) => id === result.ruleId));
  });

  it('junit has a suite for each file, and escapes what XML reads otherwise', async () => {
    const out = await printed('junit');
    assert.match(out, /<testsuite name="a &amp; b\.md" package="imr" tests="1" failures="1" errors="0">/);
    assert.match(out, /<testsuite name="sound\.md" package="imr" tests="1" failures="0"/);
  });

  it('github speaks in workflow commands', async () => {
    assert.match(await printed('github'), /^::error file=a & b\.md,line=29,endLine=29,col=103,endColumn=122,title=conclusion-contradicts-decision::Item 1/);
  });

  it('html is one page that fetches nothing', async () => {
    const out = await printed('html');
    assert.match(out, /^<!doctype html>/);
    assert.match(out, /<h2>a &amp; b\.md<\/h2>/);
    assert.doesNotMatch(out, /<script|<link|src=/);
  });
});
