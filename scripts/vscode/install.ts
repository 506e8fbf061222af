import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** VS Code 1.139.1, as the npm package code-server carries it: the server, the workbench and the extension host. */
const CODE_SERVER = '4.139.1';
/** The Node that this code-server asks for. Only VS Code's server runs on it. */
const NODE = '24.21.0';

const HOME = resolve(import.meta.dirname, '../../.vscode-server');
/** Half a gigabyte, so it is installed once and never a dependency of the project. */
const FOLDER = join(HOME, `${CODE_SERVER}-${NODE}`);

/** A VS Code that runs in the browser. Both are absolute paths. */
export interface VSCode {
  readonly node: string;
  readonly main: string;
}

/**
 * The VS Code in .vscode-server/, which the npm registry is asked for when it isn't there yet.
 * Throws, with what npm said, when it can't be had.
 */
export function installedVSCode(say: (message: string) => void): VSCode {
  if (!existsSync(FOLDER)) install(say);
  return { node: nodeBinary(FOLDER), main: join(FOLDER, 'node_modules/code-server/lib/vscode/out/server-main.js') };
}

function install(say: (message: string) => void): void {
  say(`Installing VS Code for the browser (code-server ${CODE_SERVER}, about 500 MB) into .vscode-server/ …`);
  // Filled beside its place and moved at the end: an interrupted installation is never taken for a whole one.
  const unfinished = `${FOLDER}.${process.pid}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  try {
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
    // Nothing in it has to be compiled, and its install scripts refuse to run on any Node but their own.
    npmInstall(unfinished, [`code-server@${CODE_SERVER}`, ...nodePackage()]);
    npmInstall(join(unfinished, 'node_modules/code-server/lib/vscode'), ['--omit=dev']);
    leaveOutWhatNoLetterNeeds(unfinished);
    moveIntoPlace(unfinished);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function npmInstall(folder: string, what: readonly string[]): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...what], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // What npm tells the scripts that it runs, such as its own prefix, is not meant for another project.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?:config_(?:local_)?prefix|package_)/i.test(name))),
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim();
    throw new Error(`VS Code could not be installed from the npm registry. ${said || String(error)}`, { cause: error });
  }
}

/** The npm packages named node-<system>-<processor> are the plain Node binaries. */
function nodePackage(): string[] {
  return isNewEnough() ? [] : [`${nodePackageName()}@${NODE}`];
}

function nodePackageName(): string {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${system}-${process.arch}`;
}

function isNewEnough(): boolean {
  return process.versions.node.split('.')[0] === NODE.split('.')[0];
}

function nodeBinary(folder: string): string {
  const bundled = join(folder, 'node_modules', nodePackageName(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(bundled) ? bundled : process.execPath;
}

function leaveOutWhatNoLetterNeeds(folder: string): void {
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
    rmSync(join(vscode, unused), { recursive: true, force: true });
  }
}

function moveIntoPlace(unfinished: string): void {
  try {
    renameSync(unfinished, FOLDER);
  } catch (error) {
    // Somebody else finished at the same moment; theirs is as good.
    if (!existsSync(FOLDER)) throw error;
  }
}
