import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { tools } from '../../server/src/assistant/tools.ts';
import { contradicting, recipe, soundLetter } from '../lsp/letters.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const IMR = join(PROJECT, 'bin/imr.js');

function assertBuilt(): void {
  assert(existsSync(join(PROJECT, 'dist/cli/imr.js')), 'The command line is not built. Run `npm run test:unit`, which builds it, or `npm run build`.');
}

describe('imr mcp', () => {
  let folder = '';
  let client: Client;
  const errors: unknown[] = [];

  before(async () => {
    assertBuilt();
    folder = mkdtempSync(join(tmpdir(), 'imr-mcp-'));
    writeFileSync(join(folder, 'letter.md'), contradicting);
    writeFileSync(join(folder, 'bread.md'), recipe);
    client = new Client({ name: 'test', version: '1.0.0' });
    // A line on stdout that is no message of the protocol lands here.
    client.onerror = (error) => errors.push(error);
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [IMR, 'mcp'], cwd: folder }));
  });
  after(async () => {
    // Without a build nothing was opened, and only that is worth saying.
    if (folder === '') return;
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function call(name: string, input: Record<string, unknown>): Promise<{ readonly isError: boolean; readonly text: string }> {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [part] = content as { readonly type: string; readonly text: string }[];
    assert.equal(part?.type, 'text');
    return { isError: isError === true, text: part.text };
  }

  it('offers the tools of the table, those on a letter with a way to name it, and writes nothing', async () => {
    const offered = (await client.listTools()).tools;
    assert.deepEqual(offered.map(({ name, title, description }) => ({ name, title, description })),
      tools.map(({ name, title, description }) => ({ name, title, description })));
    for (const { name, inputSchema, annotations } of offered) {
      const { readsLetter, input } = tools.find((tool) => tool.name === name) ?? assert.fail(name);
      const place = readsLetter ? ['path', 'text'] : [];
      assert.deepEqual(Object.keys(inputSchema.properties ?? {}), [...place, ...Object.keys(input.properties)]);
      assert.equal(annotations?.readOnlyHint, true);
    }
  });

  it('checks a letter on disk, and one that is handed over, with the settings of `imr check`', async () => {
    const before = statSync(join(folder, 'letter.md')).mtimeMs;
    const rulesOf = async (input: Record<string, unknown>) => {
      const { findings } = JSON.parse((await call('imr_check_letter', input)).text) as { findings: { ruleId: string }[] };
      return findings.map(({ ruleId }) => ruleId);
    };
    assert.deepEqual(await rulesOf({ path: 'letter.md' }), ['conclusion-contradicts-decision']);
    assert.deepEqual(await rulesOf({ text: soundLetter }), []);
    writeFileSync(join(folder, '.imr.yaml'), 'rules:\n  conclusion-contradicts-decision: off\n');
    assert.deepEqual(await rulesOf({ path: 'letter.md' }), []);
    rmSync(join(folder, '.imr.yaml'));
    assert.equal(readFileSync(join(folder, 'letter.md'), 'utf8'), contradicting);
    assert.equal(statSync(join(folder, 'letter.md')).mtimeMs, before);
  });

  it('hands over letter text only when asked, and says so', async () => {
    const without = await call('imr_list_items', { path: 'letter.md' });
    assert.match(without.text, /"letterText":"titles"/);
    assert.doesNotMatch(without.text, /unequivocal|wet floor|CM16-/);
    const including = await call('imr_list_items', { path: 'letter.md', includeText: true });
    assert.match(including.text, /"letterText":"included".*unequivocal/);
  });

  it('looks up a guideline and suggests rationales', async () => {
    assert.match((await call('imr_look_up_guideline', { citation: 'MTUS Low Back Complaints 2004', date: '2016-11-18' })).text, /"acoem2-ch12".*"in-force"/);
    assert.match((await call('imr_suggest_rationales', { path: 'letter.md', item: 1 })).text, /"templates":\[\{"id":"/);
  });

  it('says in a sentence what is wrong', async () => {
    const cases: readonly [name: string, input: Record<string, unknown>, sentence: RegExp][] = [
      ['imr_sign_letter', {}, /^There is no such tool/],
      ['imr_check_letter', {}, /^Say which letter/],
      ['imr_check_letter', { path: 'letter.md', text: 'x' }, /^Say which letter/],
      ['imr_check_letter', { path: 'gone.md' }, /^gone\.md does not exist/],
      ['imr_check_letter', { path: 'bread.md' }, /^bread\.md is no determination draft/],
      ['imr_check_letter', { text: recipe }, /^The text is no determination draft/],
      ['imr_check_letter', { path: 'letter.md', includeText: 'yes' }, /is true or false/],
      ['imr_look_up_guideline', { citation: 'MTUS', path: 'letter.md' }, /takes no such input/],
    ];
    for (const [name, input, sentence] of cases) {
      const { isError, text } = await call(name, input);
      assert(isError, text);
      assert.match(text, sentence);
    }
  });

  it('puts nothing on stdout but the protocol', () => assert.deepEqual(errors, []));

  it('answers what it was asked before its input ends, and ends with it', async () => {
    const server = spawn(process.execPath, [IMR, 'mcp'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const message = (id: number, method: string, params: object) => `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
    server.stdin.end(message(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } })
      + message(2, 'tools/call', { name: 'imr_check_letter', arguments: { path: 'letter.md' } }));
    const exited = new Promise((ended) => server.once('exit', ended));
    const lines = (await textOf(server.stdout)).trim().split('\n');
    assert.deepEqual(lines.map((line) => (JSON.parse(line) as { id: number }).id).sort(), [1, 2]);
    assert.equal(await exited, 0);
  });
});

describe('imr check', () => {
  const CHUNKS = join(PROJECT, 'dist/cli/chunks');

  before(assertBuilt);

  /** The chunk and all that it loads at once, not on demand. */
  function loadedWith(chunk: string, loaded = new Set<string>()): ReadonlySet<string> {
    if (loaded.has(chunk)) return loaded;
    loaded.add(chunk);
    const code = readFileSync(join(CHUNKS, chunk), 'utf8');
    for (const [, next = ''] of code.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g)) loadedWith(next, loaded);
    return loaded;
  }

  it('does not load the library of the protocol', () => {
    const chunk = (name: string): string => readdirSync(CHUNKS).find((file) => file.startsWith(`${name}-`)) ?? assert.fail(name);
    const holdsLibrary = (file: string): boolean => readFileSync(join(CHUNKS, file), 'utf8').includes('"tools/call"');
    assert([...loadedWith(chunk('mcp'))].some(holdsLibrary));
    assert(loadedWith(chunk('program')).size > 1);
    assert(![...loadedWith(chunk('program'))].some(holdsLibrary));
  });
});
