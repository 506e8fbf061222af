import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rows } from '../../server/src/lsp/rows.ts';
import { startClient, WAYS, type Client } from './client.ts';
import { contradictions } from './letters.ts';

// Seen from outside: no socket is opened, and what is logged tells nothing of a letter.

const PRELOAD = fileURLToPath(new URL('watch-network.cjs', import.meta.url));
const IMR = resolve(import.meta.dirname, '../../bin/imr.js');
const WATCHED = '[network] watched\n';
/** A word that stands in titles, facts, rationales and names, and nowhere in the program. */
const CANARY = 'Quetzalcoatl';

const letter = contradictions
  .replaceAll('MRI of the lumbar spine', `MRI of the ${CANARY} lumbar spine`)
  .replaceAll('**Decision rationale:** ', `**Decision rationale:** Mr. ${CANARY} [[${CANARY}]] was seen. `)
  .replace('case-number: ', `patient: ${CANARY}\ncase-number: `);

/** Everything that the server has, asked of the letter, in part with parameters that it can't use; edits of all kinds; and settings of a wrong kind. */
async function longSession(client: Client): Promise<void> {
  const { connection } = client;
  const uri = client.uri(`${CANARY}.md`);
  const textDocument = { uri };
  const ask = (method: string, params: unknown): Promise<unknown> => connection.sendRequest(method, params).catch(() => null);
  await connection.sendNotification('$/setTrace', { value: 'verbose' });
  await client.open(uri, letter);
  const position = { line: letter.slice(0, letter.indexOf('MRI of')).split('\n').length - 1, character: 6 };
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const params = {
    textDocument, uri, position, positions: [position], range, context: { diagnostics: [], includeDeclaration: true }, options: { tabSize: 2, insertSpaces: true },
    query: CANARY, previousResultIds: [], newName: CANARY, key: 'case-number', text: letter, name: 'imr_check_letter', input: {}, facts: {}, items: CANARY,
  };
  for (const { method } of rows.filter((row) => !row.method.includes('/did'))) {
    await ask(method, params);
    for (const wrong of [{ [CANARY]: CANARY }, { textDocument: { uri: CANARY } }, { ...params, position: CANARY, range: CANARY, input: CANARY, facts: CANARY, text: { [CANARY]: 1 }, context: CANARY }]) await ask(method, wrong);
  }
  await ask(`imr/${CANARY}`, { text: letter });
  await connection.sendNotification(`imr/${CANARY}`, { text: letter });
  for (let version = 2; version < 60; version++) await client.change(uri, version, version % 9 === 0 ? `\n### ${CANARY}: Upheld\n` : CANARY[version % CANARY.length] ?? '', { start: position, end: position });
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 60 }, contentChanges: [{ range: CANARY, text: letter }] });
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 61 }, contentChanges: CANARY });
  client.settings = { rules: { [CANARY]: CANARY }, houseStyle: CANARY };
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { imr: CANARY } });
  await client.pull(uri).catch(() => null);
  await connection.sendNotification('textDocument/didClose', { textDocument });
  await ask('textDocument/hover', params);
}

/** What goes into logs, and to whoever reads those: the editor's output channel, a bug report. */
function logged({ notifications, server }: Client): string {
  const logs = notifications.filter(({ method }) => ['window/logMessage', '$/logTrace', 'telemetry/event'].includes(method));
  return logs.map(({ params }) => JSON.stringify(params)).join('\n') + server.written();
}

for (const over of WAYS) {
  describe(`a long session over ${over}`, function () {
    this.timeout(120_000);

    it('opens no socket, starts no program, and logs no word of the letter', async () => {
      const client = await startClient({ over, preload: PRELOAD, settings: {}, files: { [`${CANARY} 2.md`]: letter, '.imr.yaml': `${CANARY}: 1\n` } });
      try {
        await longSession(client);
        if (over !== 'web worker') assert.equal(client.server.written().replace(WATCHED, '').match(/\[network\].*/), null);
        assert.doesNotMatch(logged(client), new RegExp(CANARY, 'i'));
      } finally {
        await client.stop();
      }
    });
  });
}

describe('a server that is sent what is no message', () => {
  it('says so without its words', async () => {
    for (const content of [`{"jsonrpc": "2.0", "method": "${CANARY}`, `"${CANARY}"`, `{"jsonrpc": "2.0", "id": ["${CANARY}"], "method": ["${CANARY}"]}`, `${CANARY} is no JSON`]) {
      const client = await startClient({ settings: {} });
      client.server.stdin?.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
      client.server.stdin?.write(`${CANARY}: ${CANARY}\r\nContent-Length: 2\r\n\r\n{}`);
      await Promise.race([client.connection.sendRequest('imr/items', { uri: 'file:///a.md' }).catch(() => null), client.exited(), new Promise((done) => setTimeout(done, 2000))]);
      assert.doesNotMatch(logged(client), new RegExp(CANARY, 'i'), content);
      client.server.kill();
      await client.exited();
    }
  });
});

describe('the command line', function () {
  this.timeout(120_000);

  it('opens no socket and starts no program', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-privacy-'));
    try {
      writeFileSync(join(folder, 'a.md'), letter);
      writeFileSync(join(folder, 'published.txt'), letter.replace(/^[#*]+|\*\*$/gm, ''));
      for (const args of [
        ['check', '.'], ['check', '--jobs', '2', '--format', 'html', '.'], ['check', '--fix', '.'], ['outline', '.'], ['import', 'published.txt'], ['sign-off', '--out', 'reports', '.'],
        ['cite', 'MTUS Knee Complaints 2004'], ['rules'], ['explain', 'missing-rationale'], ['config', 'a.md'], ['mcp'], ['lsp'],
      ]) {
        const { stderr, status } = spawnSync(process.execPath, ['--require', PRELOAD, IMR, ...args], { cwd: folder, encoding: 'utf8', input: '' });
        assert.equal(stderr.startsWith(WATCHED), true, args.join(' '));
        assert.doesNotMatch(stderr.replaceAll(WATCHED, ''), /\[network\]/, args.join(' '));
        assert.notEqual(status, null, args.join(' '));
      }
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'published.txt', 'reports']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is watched: what it is kept from is seen', () => {
    const { stderr } = spawnSync(process.execPath, ['--require', PRELOAD, '--input-type=module', '--eval', "import { connect } from 'node:net'; connect(9);"], { encoding: 'utf8' });
    assert.match(stderr, /\[network\] net\.Socket\.connect/);
  });
});
