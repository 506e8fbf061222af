import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver-types';
import { startClient, type Client } from './client.ts';
import { recipe, soundLetter } from './letters.ts';

const dependant = `${soundLetter}
### Pillow for the physical therapy: Overturned

**Depends on:** item 2

**Decision rationale:** The therapy is supported. Therefore, the pillow is medically necessary.
`;
const whole = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };

async function ask(client: Client, name: string, text: string): Promise<{ lenses: CodeLens[] | null; hints: InlayHint[] | null }> {
  const textDocument = { uri: client.uri(name) };
  await client.open(textDocument.uri, text);
  return {
    lenses: await client.connection.sendRequest('textDocument/codeLens', { textDocument }),
    hints: await client.connection.sendRequest('textDocument/inlayHint', { textDocument, range: whole }),
  };
}

describe('code lenses and inlay hints', () => {
  let client: Client;
  const start = async (settings: unknown, initializationOptions: unknown = {}): Promise<void> => {
    client = await startClient({ settings, initializationOptions });
  };
  afterEach(() => client.stop());

  it('stand in a letter', async () => {
    await start({}, { imrShowPlaces: true });
    const { lenses, hints } = await ask(client, 'a.md', dependant);
    assert.deepEqual(lenses?.map(({ command }) => [command?.title, command?.command]), [
      ['1 item depends on this one', 'imr.showPlaces'], ['depends on item 2, Overturned', 'imr.showPlaces'],
    ]);
    assert.deepEqual(hints?.map(({ label }) => label), ['1.', '2.', '3.']);
  });

  it('name no command that the client doesn’t have', async () => {
    await start({});
    const { lenses } = await ask(client, 'a.md', dependant);
    assert.deepEqual(lenses?.map(({ command }) => command?.command), ['', '']);
  });

  it('can be turned off', async () => {
    await start({ codeLens: false, inlayHints: false });
    assert.deepEqual(await ask(client, 'a.md', dependant), { lenses: null, hints: null });
  });

  it('leave other Markdown alone', async () => {
    await start({});
    assert.deepEqual(await ask(client, 'bread.md', recipe), { lenses: null, hints: null });
  });
});
