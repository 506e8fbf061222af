import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { InitializeResult } from 'vscode-languageserver';

const VSIX = resolve(import.meta.dirname, '../../imr-determination.vsix');
const PROJECT = join(VSIX, '..');
const WORKER = join(PROJECT, 'dist/server/server.js');
const LARGEST = 1_000_000;

/** The names in a ZIP archive, out of the directory at its end. */
function namesIn(archive: Buffer): string[] {
  const names: string[] = [];
  for (let at = archive.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const length = archive.readUInt16LE(at + 28);
    names.push(archive.toString('utf8', at + 46, at + 46 + length));
  }
  return names;
}

describe('the package', () => {
  const archive = readFileSync(VSIX);
  const files = namesIn(archive).filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));

  it('is smaller than a megabyte', () => {
    assert(archive.length < LARGEST, `${archive.length} bytes`);
  });

  it('holds what the extension runs on, and nothing of the workshop', () => {
    const needed = [
      'package.json', 'dist/client/extension.cjs', 'dist/client/extension.cjs.js', 'dist/server/main.cjs', 'dist/server/server.js',
      'snippets/rationales.code-snippets', 'syntaxes/imr-determination.tmLanguage.json', 'docs/images/icon.png',
      'client/styles/letter-preview.css', 'client/styles/letter-summary.css', 'docs/phrases.md', 'docs/set-aside.md', 'docs/templates.md', 'docs/imr.schema.json', 'docs/catalogue.schema.json',
    ];
    const welcome = new Set([...needed, 'readme.md', 'changelog.md', 'LICENSE.txt']);
    for (const name of needed) assert(files.includes(name), `${name} is missing`);
    const others = files.filter((name) => !welcome.has(name) && !name.endsWith('.code-snippets') && !/^docs\/walkthrough\/[a-z-]+\.md$/.test(name));
    assert.deepEqual(others, []);
  });

  it('has an entry for a VS Code in the browser, which takes no ES module and adds .js to a name without it', () => {
    const { type, browser } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { type?: string; browser: string };
    assert(browser.endsWith('.cjs') || (type !== 'module' && !browser.endsWith('.mjs')), browser);
    const program = readFileSync(join(PROJECT, browser.endsWith('.js') ? browser : `${browser}.js`), 'utf8');
    const module = { exports: {} as { activate?: unknown } };
    const load = runInNewContext(`(function (module, exports, require) {${program}\n})`, { console, URL, setTimeout, clearTimeout, TextEncoder, TextDecoder }) as
      (...given: unknown[]) => void;
    load(module, module.exports, hostOnly);
    assert.equal(typeof module.exports.activate, 'function');
  });

  it('has a language server that answers in a web worker, without Node', async () => {
    const { serverInfo, capabilities } = await initializeInWorker(readFileSync(WORKER, 'utf8'));
    assert(serverInfo?.name);
    assert(capabilities.diagnosticProvider);
    assert(capabilities.completionProvider);
  });
});

/** What a worker's program may require is the host's own module; its parts can be extended, called and asked for parts. */
function hostOnly(name: string): unknown {
  assert.equal(name, 'vscode');
  const part: unknown = new Proxy(function () {}, { get: (whole, key) => key === 'prototype' ? whole.prototype as object : part });
  return part;
}

/** Runs the worker's program with nothing but what every worker has, and says `initialize` to it. */
function initializeInWorker(program: string): Promise<InitializeResult> {
  return new Promise((resolve, reject) => {
    const worker: Worker = {
      console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextEncoder, TextDecoder, URL, performance, MessageChannel,
      addEventListener: () => {},
      postMessage: ({ id, result, error }) => {
        if (id !== 1) return;
        if (error) reject(new Error(error.message));
        else resolve(result as InitializeResult);
      },
    };
    worker['self'] = worker;
    runInNewContext(program, worker);
    const message = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } };
    // The face for workers is chosen in the turn in which the program runs, before any message can come.
    setImmediate(() => worker.onmessage?.({ data: message }));
  });
}

interface Worker extends Record<string, unknown> {
  onmessage?: (event: { data: unknown }) => void;
  postMessage: (message: { id?: number; result?: unknown; error?: { message: string } }) => void;
}
