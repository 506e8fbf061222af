// Bundles the extension, the language server and the command line into dist/.
import { Buffer } from 'node:buffer';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';

/** Data become one string that JSON.parse reads: V8 does that about twice as fast as it reads the same object as program text, and they are on the way of every start. */
const parsed = (data) => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;

const parsedJson = {
  name: 'parsed-json',
  setup(bundler) {
    bundler.onLoad({ filter: /\.json$/ }, async ({ path }) => ({ contents: `export default ${parsed(JSON.parse(await readFile(path, 'utf8')))};`, loader: 'js' }));
  },
};

/** The tables of the language are made here and not at each start: of rows and lists nothing else goes into the package, none of the sentences that are their tests. */
const madeTables = {
  name: 'made-tables',
  setup(bundler) {
    let tables = null;
    bundler.onLoad({ filter: /[\\/]language[\\/]make-tables\.ts$/ }, async ({ path }) => {
      tables ??= makeTables(path);
      return { contents: `export const makeTables = () => ${parsed(await tables)};`, loader: 'js' };
    });
  },
};

async function makeTables(path) {
  const { outputFiles: [program] } = await build({ entryPoints: [path], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning' });
  const { makeTables: make } = await import(`data:text/javascript;base64,${Buffer.from(program.contents).toString('base64')}`);
  return make();
}

/** The protocol's libraries have a face for Node and one for pages, which an entry point asks for by name, and what both share. */
const sharedFace = {
  name: 'shared-face',
  setup(bundler) {
    bundler.onResolve({ filter: /^vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc)(?:\/(?:node|browser)?)?$/ }, ({ path: asked }) => {
      const [name, face] = asked.split('/');
      return { path: path.resolve('node_modules', name, 'lib', face ? `${face}/main.js` : 'common/api.js') };
    });
  },
};

/**
 * The protocol's libraries can also talk over sockets. Nobody here does: on a pipe of its own a program needs no module that reaches the network,
 * and so none is in it.
 */
const noSockets = {
  name: 'no-sockets',
  setup(bundler) {
    bundler.onResolve({ filter: /^net$/ }, ({ path: asked }) => ({ path: asked, namespace: 'no-sockets' }));
    bundler.onLoad({ filter: /^/, namespace: 'no-sockets' }, () => ({
      contents: `exports.createServer = exports.createConnection = () => { throw new Error('This program opens no socket. Talk to it over --stdio or --node-ipc.'); };`,
    }));
  },
};

/**
 * One character beyond Latin-1 makes V8 keep a program with two bytes for each of its characters. esbuild writes them as escapes but for those in
 * regular expressions, where an escape means the same.
 */
const plainCharacters = {
  name: 'plain-characters',
  setup(bundler) {
    bundler.initialOptions.write = false;
    bundler.onEnd(async ({ outputFiles = [] }) => {
      for (const { path: file, text } of outputFiles) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
      }
    });
  },
};

const everywhere = {
  bundle: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  // Node prints the line that an error came from: no line may be the whole program. Shorter lines compress badly: at 160 the package
  // is 50,000 bytes larger.
  lineLimit: 4000,
  plugins: [madeTables, parsedJson, noSockets, plainCharacters],
};
const onNode = { ...everywhere, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
// Some packages have a face for pages, which leans on the document, and another for workers, which have none.
const inWorker = { ...everywhere, platform: 'browser', conditions: ['worker', 'module'], mainFields: ['browser', 'module', 'main'] };

/** What goes into the package, which stays under a megabyte. The command line keeps its names: they say something in a stack trace. */
const short = { minifyIdentifiers: true };
const onBoth = {
  ...inWorker, ...short, format: 'cjs', plugins: [madeTables, parsedJson, sharedFace, noSockets, plainCharacters], external: ['node:*', ...builtinModules],
};

const bundles = [
  // One program for Node and for web workers, of the extension and of the server: twice the same would be two fifths of the package.
  // A worker takes no ES module, and VS Code takes all for one in this package but what ends in .cjs: so the manifest names
  // `extension.cjs`, to which a worker's VS Code adds `.js` when it loads it.
  { ...onBoth, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/extension.cjs.js', external: ['vscode', ...onBoth.external] },
  { ...onNode, ...short, entryPoints: ['client/src/node/load.ts'], outfile: 'dist/client/extension.cjs' },
  { ...onBoth, entryPoints: ['server/src/main.ts'], outfile: 'dist/server/server.js' },
  { ...onNode, ...short, entryPoints: ['server/src/node/load.ts'], outfile: 'dist/server/main.cjs' },
  // Split, so that `imr check` never loads what only `imr lsp` or `imr export` needs.
  {
    ...onNode,
    format: 'esm',
    splitting: true,
    entryPoints: { imr: 'server/src/cli/main.ts', 'check-thread': 'server/src/cli/check-thread.ts' },
    outdir: 'dist/cli',
    chunkNames: 'chunks/[name]-[hash]',
    // Dependencies in CommonJS ask for Node's modules by require, which an ES module doesn't have.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  },
];

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch();
} else {
  for (const folder of ['dist/cli', 'dist/client', 'dist/server']) await rm(folder, { recursive: true, force: true });
  // esbuild has said what is wrong by the time it throws.
  await Promise.all(bundles.map((bundle) => build(bundle))).catch(() => process.exit(1));
}
