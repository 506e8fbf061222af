import assert from 'node:assert/strict';
import { letters } from '../fixtures/letters.ts';
import { startClient, type Client } from './client.ts';

describe('imr/importLetter', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const ask = (params: object): Promise<unknown> => client.connection.sendRequest('imr/importLetter', params);

  it('answers with the draft, and whether all of the text found its place', async () => {
    const text = letters.find(({ name }) => name === 'clean-2014-on.txt')?.text ?? '';
    const { draft, leftover } = await ask({ text }) as { draft: string; leftover: boolean };
    assert.match(draft, /^---\ncase-number: CM16-9100202\n/);
    assert.equal(leftover, false);
    assert.deepEqual(Object.keys(await ask({ text: 'Bread' }) as object), ['draft', 'leftover']);
  });

  it('refuses a request without a text', async () => {
    await assert.rejects(ask({}), /The request has no text/);
  });
});
