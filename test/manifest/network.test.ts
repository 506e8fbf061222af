import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

// Nothing leaves the machine: what would be needed for it is in no program that is shipped.

const DIST = resolve(import.meta.dirname, '../../dist');
const MODULES = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'vscode']);
/** What a program reaches the network with. */
const NETWORK_MODULES = ['net', 'tls', 'dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'inspector', 'inspector/promises', 'quic', 'undici'].flatMap((name) => [name, `node:${name}`]);
const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'WebSocketStream', 'WebTransport', 'XMLHttpRequest', 'EventSource', 'RTCPeerConnection', 'sendBeacon', 'importScripts'];

/** All modules that the programs ask for. Whoever adds one adds it here, where it is seen. */
const USED: Readonly<Record<string, readonly string[]>> = {
  client: ['child_process', 'crypto', 'fs', 'os', 'path', 'readline', 'util', 'node:fs', 'node:module', 'node:path', 'node:vm', 'vscode'],
  // The protocol's library starts a process to find where packages are installed, if it is asked to; nobody asks.
  server: ['child_process', 'crypto', 'fs', 'os', 'path', 'stream', 'url', 'util', 'node:fs', 'node:fs/promises', 'node:module', 'node:path', 'node:url', 'node:util', 'node:vm'],
  // So does the library for commands, for commands that are programs of their own; there are none.
  cli: [
    'buffer', 'child_process', 'crypto', 'fs', 'module', 'os', 'path', 'process', 'stream', 'url', 'util', 'node:child_process', 'node:crypto', 'node:events', 'node:fs', 'node:fs/promises', 'node:module', 'node:path', 'node:process', 'node:url',
    'node:util', 'node:v8', 'node:worker_threads',
  ],
};

interface Reached {
  readonly modules: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
}

describe('the programs that are shipped', () => {
  const reached = new Map<string, Reached>();

  before(function () {
    this.timeout(120_000);
    assert(existsSync(join(DIST, 'cli/imr.js')), 'Nothing is built. Run `npm run test:unit`, which builds it, or `npm run build`.');
    for (const program of Object.keys(USED)) {
      const all = programsIn(join(DIST, program)).map((file) => reachedIn(relative(DIST, file), readFileSync(file, 'utf8')));
      reached.set(program, { modules: new Set(all.flatMap(({ modules }) => [...modules])), globals: new Set(all.flatMap(({ globals }) => [...globals])) });
    }
  });

  it('are those that were looked at', () => {
    assert.deepEqual(programsIn(DIST).map((file) => relative(DIST, file).split(/[\\/]/)[0]).filter((program) => !((program ?? '') in USED)), []);
  });

  for (const [program, modules] of Object.entries(USED)) {
    it(`hold no module of the network, but these: ${program}`, () => {
      assert.deepEqual([...reached.get(program)?.modules ?? []].sort(), [...modules].sort());
      assert.deepEqual(modules.filter((name) => NETWORK_MODULES.includes(name)), []);
    });

    it(`name nothing that reaches it without a module: ${program}`, () => {
      assert.deepEqual([...reached.get(program)?.globals ?? []], []);
    });
  }

  it('would be found out', () => {
    const { modules, globals } = reachedIn('a.js', `
      import a from 'node:http'; export * from "https"; const b = require('net'), c = q("tls"), d = process.getBuiltinModule('dgram'), e = await import(\`dns\`);
      globalThis["fetch"](c); new self.WebSocket(d); const { XMLHttpRequest: x } = globalThis; say('net', 'a fetch');`);
    assert.deepEqual([...modules], ['node:http', 'https', 'net', 'tls', 'dgram', 'dns']);
    assert.deepEqual([...globals], ['fetch', 'WebSocket', 'XMLHttpRequest']);
  });
});

function programsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?js$/.test(name)).map((name) => join(folder, name));
}

/** The modules that a program imports, or names to any function, whatever a bundler called `require`; and the globals that it names outside of its texts. */
function reachedIn(file: string, text: string): Reached {
  const modules = new Set<string>();
  const globals = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named = moduleNamed(node);
    if (named && MODULES.has(named)) modules.add(named);
    if (NETWORK_GLOBALS.includes(nameOf(node))) globals.add(nameOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
  return { modules, globals };
}

function moduleNamed(node: ts.Node): string | undefined {
  const said = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : ts.isCallExpression(node) && node.arguments.length === 1 ? node.arguments[0] : undefined;
  return said && ts.isStringLiteralLike(said) ? said.text : undefined;
}

function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : '';
}
