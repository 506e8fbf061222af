import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import type { KeptLine } from '../../protocol/findings.ts';
import { startClient, type Client } from './client.ts';
import { contradicting } from './letters.ts';

const RULE = 'conclusion-contradicts-decision';
const OUTSIDE = 'Not here, because … (kept outside of the letter';
const PLAIN = contradicting.replace(/\*\*/g, '').replace(/^#+ /gm, '');

describe('a decision outside of the letter, in the language server', () => {
  const clients: Client[] = [];
  const start = async (initializationOptions?: object): Promise<Client> => {
    const client = await startClient({ initializationOptions, files: { 'a.md': contradicting, 'a.txt': PLAIN } });
    clients.push(client);
    return client;
  };
  after(() => Promise.all(clients.map((client) => client.stop())));

  async function found(client: Client, name: string): Promise<Diagnostic | undefined> {
    return (await client.diagnostics(client.uri(name))).find(({ code }) => code === RULE);
  }

  it('is a command with the finding in a client that asks for the reason, and silences it once its line is written', async () => {
    const client = await start({ imrNotHere: true });
    const uri = client.uri('a.md');
    await client.open(uri, contradicting);
    const finding = (await found(client, 'a.md'))!;
    const action = (await client.codeActions(uri, finding.range, { diagnostics: [finding] })).find(({ title }) => title.startsWith(OUTSIDE));
    assert.equal(action?.command?.command, 'imr.notHere');
    const [letter, reference] = action.command.arguments as [string, object];
    assert.equal(letter, uri);
    await assert.rejects(client.connection.sendRequest('imr/decide', { uri, finding: reference, reason: ' ', who: null }), /has a reason/);
    assert.equal(await client.connection.sendRequest('imr/decide', { uri, finding: { rule: 'none' }, reason: 'x', who: null }), null);
    const kept = await client.connection.sendRequest<KeptLine>('imr/decide', { uri, finding: reference, reason: 'told to the team', who: 'Dr. Ames' });
    assert.equal(kept.file, client.uri('.imr/decisions.jsonl'));
    const file = fileURLToPath(kept.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kept.line);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: kept.file, type: 1 }] });
    assert.equal(await found(client, 'a.md'), undefined);
  });

  it('is a line to be filled in for others, for plain text as well', async () => {
    const client = await start();
    const uri = client.uri('a.txt');
    await client.open(uri, PLAIN, 'plaintext');
    const finding = (await found(client, 'a.txt'))!;
    const action = (await client.codeActions(uri, finding.range, { diagnostics: [finding] })).find(({ title }) => title.startsWith(OUTSIDE));
    const edit = action?.edit?.documentChanges?.at(-1) as TextDocumentEdit;
    assert.match((edit.edits[0] as { newText: string }).newText, /"reason":"\[\[reason\]\]"/);
  });
});
