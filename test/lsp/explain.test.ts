import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ListedRule } from '../../protocol/rules.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { startClient, type Client } from './client.ts';
import { contradicting } from './letters.ts';

const RULE = 'conclusion-contradicts-decision';

describe('why something is found', () => {
  const clients: Client[] = [];
  const start = async (initializationOptions?: object): Promise<{ client: Client; uri: string }> => {
    const client = await startClient({ initializationOptions });
    clients.push(client);
    const uri = client.uri('a.md');
    await client.open(uri, contradicting);
    return { client, uri };
  };
  after(() => Promise.all(clients.map((client) => client.stop())));

  it('is a page that the server makes', async () => {
    const { client: { connection } } = await start();
    const page = await connection.sendRequest<{ markdown: string }>('imr/rulePage', { name: RULE });
    assert(page.markdown.startsWith(`# ${RULE}\n`));
    assert.equal(await connection.sendRequest('imr/rulePage', { name: 'no-such-rule' }), null);
    await assert.rejects(connection.sendRequest('imr/rulePage', {}), /names no page/);
    const listed = await connection.sendRequest<ListedRule[]>('imr/rules', {});
    assert.deepEqual(listed.map(({ id }) => id), rules.map(({ id }) => id));
  });

  it('opens behind the code, and from the lightbulb, in a client that has the command', async () => {
    const { client, uri } = await start({ imrExplainRule: true });
    const [found] = await client.diagnostics(uri);
    assert.equal(found?.codeDescription?.href, `imr-docs:/rules/${RULE}.md`);
    const actions = await client.codeActions(uri, found!.range, { diagnostics: [found!] });
    assert.deepEqual(actions.at(-1)?.command, { title: `Explain “${RULE}”`, command: 'imr.explainRule', arguments: [`rules/${RULE}`] });
  });

  it('is a file that is there for others, who are offered no command', async () => {
    const { client, uri } = await start();
    const [found] = await client.diagnostics(uri);
    assert(existsSync(fileURLToPath(found?.codeDescription?.href ?? 'file:///')), found?.codeDescription?.href);
    const actions = await client.codeActions(uri, found!.range, { diagnostics: [found!] });
    assert(!actions.some(({ title }) => title.startsWith('Explain')));
  });
});
