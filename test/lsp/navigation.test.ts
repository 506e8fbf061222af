import assert from 'node:assert/strict';
import type { DocumentLink, SelectionRange, SemanticTokens, TextEdit, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { LetterSummary } from '../../protocol/summary.ts';
import { startClient, type Client } from './client.ts';
import { recipe, soundLetter } from './letters.ts';

describe('finding and changing what a letter says', () => {
  let client: Client;
  let uri: string;

  before(async () => {
    client = await startClient({ files: { 'closed.md': soundLetter.replace('CM16-0000001', 'CM16-0000002'), 'bread.md': recipe } });
    uri = client.uri('a.md');
    await client.open(uri, soundLetter);
  });
  after(() => client.stop());

  const ask = <T>(method: string, params: object = {}): Promise<T> => client.connection.sendRequest(method, { textDocument: { uri }, ...params });
  const title = { line: soundLetter.slice(0, soundLetter.indexOf('### MRI')).split('\n').length - 1, character: 6 };
  const symbols = async (query: string): Promise<string[]> =>
    (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name, containerName }) => `${name} (${containerName})`);

  it('finds the items of open letters at once', async () => {
    assert.deepEqual(await symbols('mri'), ['1. MRI of the lumbar spine (CM16-0000001 · Upheld)']);
  });

  it('finds those of files once the workspace was checked', async () => {
    await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(await symbols('mri lumbar'), ['1. MRI of the lumbar spine (CM16-0000001 · Upheld)', '1. MRI of the lumbar spine (CM16-0000002 · Upheld)']);
  });

  it('renames an item', async () => {
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position: title, newName: 'CT of the lumbar spine' });
    assert.deepEqual(edit.changes?.[uri]?.map(({ newText }) => newText), ['CT of the lumbar spine']);
  });

  it('says why a title can’t be', async () => {
    await assert.rejects(ask('textDocument/rename', { position: title, newName: ' ' }), /An item needs a title\./);
  });

  it('marks decisions and citations, all of them or those of some lines', async () => {
    const all = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const some = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range: { start: title, end: title } });
    assert.equal(all.data.length / 5, 6);
    assert.ok(some.data.length < all.data.length);
  });

  it('shapes a draft, and nothing that is no draft', async () => {
    const shape = async (name: string, text: string, languageId: string): Promise<string[] | undefined> => {
      await client.open(client.uri(name), text, languageId);
      const edits = await client.connection.sendRequest<TextEdit[] | null>('textDocument/formatting', {
        textDocument: { uri: client.uri(name) }, options: { tabSize: 2, insertSpaces: true },
      });
      return edits?.map(({ newText }) => newText);
    };
    const loose = soundLetter.replace('### MRI', '##  MRI');
    assert.deepEqual(await shape('loose.md', loose, 'markdown'), ['\n\n### ']);
    assert.equal(await shape('loose.txt', loose, 'plaintext'), undefined);
    assert.equal(await shape('rye.md', recipe.replace('# ', '#   '), 'markdown'), undefined);
  });

  it('sums a letter up, and nothing that is no letter', async () => {
    const { caseNumber, items, citations, dates } = await client.connection.sendRequest<LetterSummary>('imr/letterSummary', { uri });
    assert.deepEqual([caseNumber, items.map(({ value }) => value)], ['CM16-0000001', ['Upheld', 'Overturned']]);
    assert.deepEqual(citations.map(({ name, reviewer }) => [name, reviewer]), [['Low Back Complaints 2004', [1]], ['Chronic Pain Medical Treatment 2009', [2]]]);
    assert.deepEqual(dates.map(({ days }) => days), [null, 144, 7, 10, 18]);
    await client.open(client.uri('oats.md'), recipe);
    assert.equal(await client.connection.sendRequest('imr/letterSummary', { uri: client.uri('oats.md') }), null);
  });

  it('links citations', async () => {
    assert.equal((await ask<DocumentLink[]>('textDocument/documentLink')).length, 4);
  });

  it('selects step by step', async () => {
    const [range] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [title] });
    assert.ok(range?.parent?.parent);
  });
});
