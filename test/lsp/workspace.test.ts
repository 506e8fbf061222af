import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentSymbol, Hover, SymbolInformation } from 'vscode-languageserver-types';
import { abilities, startClient, type Client, type ClientOptions } from './client.ts';
import { soundLetter, unknownDecision } from './letters.ts';

interface Item {
  readonly uri: string;
  readonly kind: string;
  readonly version: number | null;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

describe('the letters of a workspace', () => {
  let client: Client;
  const start = async (options: ClientOptions): Promise<void> => {
    client = await startClient(options);
  };
  afterEach(() => client.stop());

  async function reports(before: readonly Item[] = []): Promise<readonly Item[]> {
    const previousResultIds = before.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
    return (await client.connection.sendRequest<{ items: Item[] }>('workspace/diagnostic', { identifier: 'imr', previousResultIds })).items;
  }
  const codes = (items: readonly Item[]): unknown[] => items.map(({ items: found }) => found?.map(({ code }) => code));

  it('have nothing wrong any more once their file is gone', async () => {
    await start({ files: { 'a.md': unknownDecision, 'b.md': unknownDecision } });
    const first = await reports();
    rmSync(path.join(client.folder, 'a.md'));
    const [left, gone, ...others] = await reports(first);
    assert.deepEqual([left?.kind, gone, others], ['unchanged', { uri: client.uri('a.md'), kind: 'full', version: null, items: [] }, []]);
  });

  it('are those of the folders that are open now', async () => {
    const added = mkdtempSync(path.join(tmpdir(), 'imr-added-'));
    try {
      writeFileSync(path.join(added, 'c.md'), unknownDecision);
      await start({ files: { 'a.md': unknownDecision } });
      const first = await reports();
      const folder = (file: string) => ({ uri: pathToFileURL(file).href, name: 'letters' });
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [folder(added)], removed: [folder(client.folder)] },
      });
      const now = await reports(first);
      assert.deepEqual(now.map(({ uri }) => uri), [pathToFileURL(path.join(added, 'c.md')).href, client.uri('a.md')]);
      assert.deepEqual(codes(now), [['unknown-decision'], []]);
      const { workspace } = client.initialized.capabilities;
      assert.equal(workspace?.workspaceFolders?.changeNotifications, true);
    } finally {
      rmSync(added, { recursive: true });
    }
  });

  it('are known by their file, however the editor writes its address', async () => {
    await start({ files: { 'Letter (1).md': unknownDecision, 'O\u2019Brien + 2.md': unknownDecision } });
    const inEditor = (name: string): string => `${pathToFileURL(client.folder).href}/${encodeURIComponent(name).replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`;
    const open = inEditor('Letter (1).md');
    assert.notEqual(open, client.uri('Letter (1).md'));
    await client.open(open, soundLetter);
    const first = await reports();
    assert.deepEqual(first.map(({ uri, version, items }) => [uri, version, items?.length]), [
      [open, 1, 0], [client.uri('O\u2019Brien + 2.md'), null, 1],
    ]);
    const asEditor = first.map((item) => ({ ...item, uri: item.uri === open ? open : inEditor('O\u2019Brien + 2.md') }));
    assert.deepEqual((await reports(asEditor)).map(({ kind }) => kind), ['unchanged', 'unchanged']);
  });

  it('are said to be in UTF-16 where they are, once, and other texts in it are left alone', async () => {
    await start({ files: {} });
    writeFileSync(path.join(client.folder, 'a.md'), Buffer.from(`\uFEFF${unknownDecision}`, 'utf16le'));
    writeFileSync(path.join(client.folder, 'b.md'), Buffer.from(`\uFEFF${unknownDecision}`, 'utf16le').swap16());
    writeFileSync(path.join(client.folder, 'c.txt'), Buffer.from('\uFEFFA list of things to buy.', 'utf16le'));
    const first = await reports();
    assert.deepEqual(codes(first), [[], [], []]);
    assert.deepEqual((await reports(first)).map(({ kind }) => kind), ['unchanged', 'unchanged', 'unchanged']);
    const sentence = (name: string): string => `IMR: ${name} is written in UTF-16, so that it is not checked. Save it as UTF-8.`;
    assert.deepEqual(client.messages, [sentence('a.md'), sentence('b.md')]);
  });

  it('are reported once where one folder lies in another, and not any more once both are gone', async () => {
    await start({ files: { 'in/a.md': unknownDecision } });
    const folder = (uri: string) => ({ uri, name: 'letters' });
    const change = (added: string[], removed: string[]): Promise<void> => client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
    const inside = client.uri('in');
    await change([inside], []);
    const first = await reports();
    assert.deepEqual(codes(first), [['unknown-decision']]);
    // The address of a folder in another spelling is the same folder.
    await change([], [inside.replace(/in$/, '%69n'), pathToFileURL(client.folder).href]);
    assert.deepEqual(codes(await reports(first)), [[]]);
  });

  it('are one letter for a client that opens and closes it by different spellings of its address', async () => {
    await start({ files: {} });
    const one = client.uri('a.md');
    const other = one.replace(/a\.md$/, '%61.md');
    await client.open(one, unknownDecision);
    assert.deepEqual((await client.diagnostics(other)).map(({ code }) => code), ['unknown-decision']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
    assert.deepEqual(await client.diagnostics(one), []);
  });

  it('are under settings that are watched, those above the workspace too', async () => {
    const capabilities = { ...abilities, workspace: { ...abilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } };
    await start({ files: { 'a.md': soundLetter }, capabilities });
    await reports();
    const bases = client.watched.map((pattern) => (typeof pattern === 'string' ? pattern : `${pattern.baseUri} ${pattern.pattern}`));
    const above = path.dirname(client.folder);
    assert.deepEqual(bases.filter((each) => each.endsWith(' .imr.yaml')), [`${pathToFileURL(above).href} .imr.yaml`]);
    assert.ok(bases.includes('**/.imr.yaml'));
  });
});

describe('a client that reads less', () => {
  const ask = async <T>(capabilities: NonNullable<ClientOptions['capabilities']>, method: string, position = { line: 21, character: 31 }): Promise<T> => {
    const client = await startClient({ capabilities });
    try {
      const uri = client.uri('a.md');
      await client.open(uri, soundLetter);
      return await client.connection.sendRequest<T>(method, { textDocument: { uri }, position });
    } finally {
      await client.stop();
    }
  };

  it('gets the outline as a list, others as a tree', async () => {
    const list = await ask<SymbolInformation[]>({}, 'textDocument/documentSymbol');
    assert.ok(list.length > 3 && list.every(({ location }) => location.uri.endsWith('/a.md')));
    const tree = await ask<DocumentSymbol[]>({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }, 'textDocument/documentSymbol');
    const names = (symbols: readonly DocumentSymbol[]): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
    assert.deepEqual(list.map(({ name }) => name), names(tree));
  });

  for (const [contentFormat, kind] of [[['markdown', 'plaintext'], 'markdown'], [['plaintext', 'markdown'], 'plaintext'], [[], 'plaintext']] as const) {
    it(`gets hovers as ${kind} where it likes ${contentFormat.join(' before ') || 'nothing'}`, async () => {
      const { contents } = await ask<Hover>({ textDocument: { hover: { contentFormat: [...contentFormat] } } }, 'textDocument/hover');
      assert.equal(typeof contents === 'object' && 'kind' in contents ? contents.kind : 'plaintext', kind);
    });
  }
});
