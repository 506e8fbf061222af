import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const CLIENT = resolve(import.meta.dirname, '../../client/src');

/** A module of the client, with `vscode` as the test has it: the real one exists in VS Code only. Of the protocol's library there is nothing, as it needs that one. */
export async function withVSCode<Module>(file: string, vscode: object): Promise<Module> {
  const { outputFiles: [output] } = await build({
    entryPoints: [resolve(CLIENT, file)], bundle: true, write: false, platform: 'node', format: 'cjs', external: ['vscode', 'vscode-languageclient'], logLevel: 'error',
  });
  const module = { exports: {} };
  const load = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', output?.text ?? '')(module, module.exports, (name: string) => (name === 'vscode' ? vscode : name === 'vscode-languageclient' ? {} : load(name) as unknown));
  return module.exports as Module;
}
