import assert from 'node:assert/strict';
import type { CompletionList, DocumentSymbol, Hover, Location } from 'vscode-languageserver-types';
import type { ItemList } from '../../protocol/items.ts';
import { startClient, type Client } from './client.ts';
import { recipe, soundLetter } from './letters.ts';

/** The reviewer's line of the first item is emptied. */
const emptied = soundLetter.replace('**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.', '**MAXIMUS guideline:** ');

describe('the editor’s features', () => {
  let client: Client;
  let uri: string;

  before(async () => {
    client = await startClient();
    uri = client.uri('a.md');
    await client.open(uri, emptied);
    await client.open(client.uri('bread.md'), recipe);
  });
  after(() => client.stop());

  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest(method, { textDocument: { uri }, ...params });
  const placeOf = (words: string) => {
    const lines = emptied.slice(0, emptied.indexOf(words) + words.length).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };

  it('are announced', () => {
    const { capabilities } = client.initialized;
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes(' '));
    for (const provider of ['hover', 'documentSymbol', 'foldingRange', 'definition', 'references', 'documentHighlight'] as const) {
      assert.ok(capabilities[`${provider}Provider`], provider);
    }
  });

  it('complete an empty guideline line when a space is typed', async () => {
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    const list = await ask<CompletionList>('textDocument/completion', { position: placeOf('**MAXIMUS guideline:** '), context });
    assert.equal(list.items[0]?.label, 'Low Back Complaints 2004');
  });

  it('offer nothing when a space is typed in prose', async () => {
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    const list = await ask<CompletionList>('textDocument/completion', { position: placeOf('The injured worker '), context });
    assert.deepEqual(list.items, []);
  });

  it('say what a decision means', async () => {
    const hover = await ask<Hover>('textDocument/hover', { position: placeOf('lumbar spine: Up') });
    assert.match(JSON.stringify(hover.contents), /The denial stands/);
  });

  it('outline the letter', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {});
    assert.deepEqual(symbols.at(-1)?.children?.map(({ name }) => name), ['1. MRI of the lumbar spine', '2. Physical therapy, six visits for the low back']);
  });

  it('go nowhere from prose', async () => {
    assert.equal(await ask<Location[] | null>('textDocument/definition', { position: placeOf('The injured wor') }), null);
  });

  for (const method of ['imr/rationaleTemplates', 'imr/guidelineCitations']) {
    it(`list what can be inserted: ${method}`, async () => {
      const list = await client.connection.sendRequest<{ label: string; snippet: string }[]>(method, { uri, position: placeOf('**MAXIMUS guideline:** ') });
      assert.ok(list.length > 3 && list.every(({ label, snippet }) => label !== '' && snippet !== ''));
    });
  }

  it('list the items with what each still needs', async () => {
    const { items } = await client.connection.sendRequest<ItemList>('imr/items', { uri });
    assert.deepEqual(items.map(({ number, decision, missing }) => ({ number, decision, missing })), [
      { number: 1, decision: 'Upheld', missing: ['guideline'] }, { number: 2, decision: 'Overturned', missing: [] },
    ]);
    assert.equal(await client.connection.sendRequest('imr/items', { uri: client.uri('bread.md') }), null);
  });

  it('leave other Markdown alone', async () => {
    const other = { textDocument: { uri: client.uri('bread.md') }, position: { line: 2, character: 2 } };
    assert.equal(await client.connection.sendRequest('textDocument/completion', other), null);
    assert.equal(await client.connection.sendRequest('textDocument/hover', other), null);
  });
});
