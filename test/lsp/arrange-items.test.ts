import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { Arranged } from '../../protocol/arrangement.ts';
import { startClient, type Client } from './client.ts';
import { recipe, soundLetter } from './letters.ts';

const HEADING = '### MRI of the lumbar spine';
const line = soundLetter.split('\n').indexOf(`${HEADING}: Upheld`);
const on = (character: number, at = line) => ({ start: { line: at, character }, end: { line: at, character } });

describe('items that are moved, merged and split', () => {
  let client: Client;
  let uri: string;

  before(async () => {
    client = await startClient();
    uri = client.uri('a.md');
    await client.open(uri, soundLetter);
    await client.open(client.uri('bread.md'), recipe);
  });
  after(() => client.stop());

  const ask = (arranging: object, at = uri): Promise<Arranged | null> => client.connection.sendRequest('imr/arrangeItems', { uri: at, arranging });
  const titlesOf = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

  it('are so on request', async () => {
    const answer = await ask({ kind: 'move', item: 1, to: 2 });
    assert.deepEqual([answer?.item, answer?.edits.length, answer?.problem], [2, 2, null]);
    assert.equal(await ask({ kind: 'move', item: 1, to: 2 }, client.uri('bread.md')), null);
    await assert.rejects(ask({ kind: 'move', item: 1 }), /neither what to move/);
  });

  it('are offered on a heading, in any editor', async () => {
    const actions = await client.codeActions(uri, on(6), { diagnostics: [], only: ['refactor'] });
    assert.deepEqual(titlesOf(actions), ['Move item 1 down']);
    const edit = actions[0]?.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.match((edit.edits[0] as { newText: string }).newText, /^### Physical therapy/);
    const second = await client.codeActions(uri, on(6, soundLetter.split('\n').findIndex((each) => each.startsWith('### Physical'))), { diagnostics: [], only: ['refactor.move.imr'] });
    assert.deepEqual(titlesOf(second), ['Move item 2 up']);
  });

  it('are not offered within an item, nor to a lightbulb that nobody asked for', async () => {
    assert.deepEqual(await client.codeActions(uri, on(6, line + 2), { diagnostics: [], only: ['refactor'] }), []);
    assert.deepEqual(await client.codeActions(uri, on(6), { diagnostics: [], triggerKind: 2 }), []);
  });
});
