import assert from 'node:assert/strict';
import { startProcess, WAYS, type ServerProcess } from './client.ts';

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const initialize = { processId: null, rootUri: null, capabilities: {} };
const uri = 'file:///letters/a.md';

for (const over of WAYS) {
  describe(`the server, asked at a wrong time over ${over}`, () => {
    let server: ServerProcess;
    const codeOf = (method: string, params?: object): Promise<number> => server.connection.sendRequest(method, params).then(() => 0, (error: { code: number }) => error.code);

    beforeEach(async () => {
      server = await startProcess({ over });
    });
    afterEach(async () => {
      server.kill();
      await server.exited;
    });

    it('answers nothing before it is initialized', async () => {
      assert.equal(await codeOf('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }), NOT_INITIALIZED);
      assert.equal(await codeOf('imr/items', { uri }), NOT_INITIALIZED);
      assert.equal(await codeOf('shutdown'), NOT_INITIALIZED);
      assert.equal(await codeOf('initialize', initialize), 0);
    });

    it('hears nothing before it is initialized', async () => {
      await server.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: '### Cane: Uphold\n' } });
      await server.connection.sendRequest('initialize', { ...initialize, capabilities: { textDocument: { diagnostic: {} } } });
      assert.deepEqual(await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }), { kind: 'full', items: [] });
    });

    it('is initialized once', async () => {
      assert.equal(await codeOf('initialize', initialize), 0);
      assert.equal(await codeOf('initialize', initialize), INVALID_REQUEST);
      assert.equal(await codeOf('imr/items', { uri }), 0);
    });

    it('answers nothing once it is shut down', async () => {
      await server.connection.sendRequest('initialize', initialize);
      await server.connection.sendRequest('shutdown');
      assert.equal(await codeOf('imr/items', { uri }), INVALID_REQUEST);
      assert.equal(await codeOf('initialize', initialize), INVALID_REQUEST);
      assert.equal(await codeOf('shutdown'), INVALID_REQUEST);
      await server.connection.sendNotification('exit');
      // A worker is ended by the page.
      if (over !== 'web worker') assert.equal(await server.exited, 0);
    });

    if (over !== 'web worker') it('exits without a word before it is initialized', async () => {
      await server.connection.sendNotification('exit');
      assert.equal(await server.exited, 1);
    });
  });
}
