import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CreateFile, Hover, TextDocumentEdit } from 'vscode-languageserver';
import { startClient, type Client } from './client.ts';

const LINE = '**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines.';
const LETTER = `---
case-number: CM16-9100061
ur-denial-date: 2016-05-02
---

### Xanax 0.5 mg #30: Upheld

${LINE}

**Decision rationale:** The guideline limits the use to four weeks, and this patient has taken it for a year. Therefore, the Xanax is not medically necessary.
`;
const AT = { line: LETTER.split('\n').indexOf(LINE), character: LINE.indexOf('Benzo') + 2 };

describe('a team’s own facts in the language server', () => {
  let client: Client;
  before(async () => {
    client = await startClient({ files: { 'case.md': LETTER } });
    await client.open(client.uri('case.md'), LETTER);
  });
  after(() => client.stop());

  async function hovered(): Promise<string> {
    const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: client.uri('case.md') }, position: AT });
    return JSON.stringify(hover?.contents);
  }

  async function confirming(): Promise<CodeAction | undefined> {
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: client.uri('case.md') }, range: { start: AT, end: AT }, context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title.startsWith('Confirm this page'));
  }

  function write(name: string, text: string): void {
    const file = fileURLToPath(client.uri(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(name), type: 1 }] });
  }

  it('grow by a page that is confirmed, and the letter is read by it', async () => {
    assert.match(await hovered(), /page 24 \(not checked\)/);
    const action = await confirming();
    assert.equal(action?.title, 'Confirm this page: “Benzodiazepines” is on page 24');
    const [create, { edits: [edit], textDocument: { uri } }] = action.edit?.documentChanges as [CreateFile, TextDocumentEdit];
    assert.deepEqual([create.kind, uri], ['create', client.uri('.imr/catalogue/confirmed-pages.json')]);
    write('.imr/catalogue/confirmed-pages.json', edit && 'newText' in edit ? edit.newText : '');
    assert.match(await hovered(), /page 24\./);
    assert.equal(await confirming(), undefined);
  });

  it('are told of where they hold a mistake', async () => {
    write('.imr/catalogue/orders.json', '{ "knownUntill": "2026-01-01" }');
    await hovered();
    assert(client.messages.some((message) => message === 'IMR settings: .imr/catalogue/orders.json: “knownUntill” is not known. Did you mean “knownUntil”?'), client.messages.join('\n'));
  });
});
