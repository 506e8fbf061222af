import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompletionList } from 'vscode-languageserver';
import { startClient, type Client } from './client.ts';
import { soundLetter } from './letters.ts';

const template = (title: string): string => `---\ntitle: ${title}\ntriggers: [walking cane]\n---\nThe gait of [[date]] was steady. Therefore, {title} {verdict} medically necessary.\n`;
const letter = soundLetter.replace('### MRI of', '### Walking cane: Upheld\n\n**Decision rationale:**\n\n### MRI of');
const behindLabel = { line: letter.split('\n').indexOf('**Decision rationale:**'), character: '**Decision rationale:**'.length };
const FILES = {
  'case.md': letter,
  '.imr/templates/cane.md': template('Cane by the house'),
  '.imr/templates/spoilt.md': template('Spoilt').replace('{verdict}', '{verdikt}'),
  'team/.imr.yaml': 'templates: house texts\n',
  'team/case.md': letter,
  'team/house texts/cane.md': template('Cane by the team'),
};

describe('a team’s templates in the language server', () => {
  let client: Client;
  before(async () => {
    client = await startClient({ files: FILES });
  });
  after(() => client.stop());

  async function completions(name: string): Promise<CompletionList | null> {
    return client.connection.sendRequest('textDocument/completion', { textDocument: { uri: client.uri(name) }, position: behindLabel });
  }

  async function open(name: keyof typeof FILES): Promise<void> {
    await client.open(client.uri(name), FILES[name]);
  }

  it('are offered first, from the nearest folder, and one with a mistake is told of once', async () => {
    await open('case.md');
    const [first, ...others] = (await completions('case.md'))!.items;
    assert.deepEqual([first?.label, first?.detail], ['Cane by the house', 'your team’s template: the title speaks of walking cane']);
    assert(!others.some(({ label }) => label === 'Spoilt'));
    await completions('case.md');
    const told = client.messages.filter((message) => message.includes('templates'));
    assert.deepEqual(told, ['IMR templates: spoilt.md is left out until it is corrected. Nothing stands for “{verdikt}”. Did you mean “verdict”?']);
  });

  it('are offered in the command’s list', async () => {
    const list: { label: string }[] = await client.connection.sendRequest('imr/rationaleTemplates', { uri: client.uri('case.md'), position: behindLabel });
    assert.equal(list[0]?.label, 'Cane by the house');
  });

  it('lie where the settings file of their folder says', async () => {
    await open('team/case.md');
    assert.equal((await completions('team/case.md'))!.items[0]?.label, 'Cane by the team');
  });

  it('are offered in a letter that was never saved', async () => {
    await client.open('untitled:Untitled-1', letter);
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: 'untitled:Untitled-1' }, position: behindLabel });
    assert.equal(list.items[0]?.label, 'Cane by the house');
  });

  it('are checked when they are open, as a letter is', async () => {
    await open('.imr/templates/spoilt.md');
    const [found, ...others] = await client.diagnostics(client.uri('.imr/templates/spoilt.md'));
    assert.deepEqual(others, []);
    assert.deepEqual([found?.source, found?.code, found?.severity], ['imr', 'team-template', 1]);
    assert.match(found?.codeDescription?.href ?? '', /docs\/templates\.md$/);
    await open('team/house texts/cane.md');
    assert.deepEqual(await client.diagnostics(client.uri('team/house texts/cane.md')), []);
  });

  it('have completion of their own', async () => {
    const text = template('Cane').replace('{title}', '{');
    const uri = client.uri('.imr/templates/new.md');
    await client.open(uri, text);
    const lines = text.split('\n');
    const line = lines.findIndex((words) => words.includes('{ '));
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion',
      { textDocument: { uri }, position: { line, character: lines[line]!.indexOf('{') + 1 } });
    assert(list.items.some(({ label }) => label === '{title}'));
  });

  it('are read again when one is saved, or another program changes one', async () => {
    const uri = client.uri('.imr/templates/cane.md');
    await open('.imr/templates/cane.md');
    await client.diagnostics(uri);
    writeFileSync(fileURLToPath(uri), template('Cane, second wording'));
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.equal((await completions('case.md'))!.items[0]?.label, 'Cane, second wording');
    writeFileSync(fileURLToPath(uri), template('Cane, third wording'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    assert.equal((await completions('case.md'))!.items[0]?.label, 'Cane, third wording');
  });
});
