import { randomUUID } from 'node:crypto';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import settings from './settings.json' with { type: 'json' };
import type { VSCode } from './install.ts';

/** A VS Code server that is running, and the addresses in it. */
export interface RunningVSCode {
  readonly logFile: string;
  /** The address of the workbench, with `file` (an absolute path) open when one is given. */
  readonly address: (file?: string) => string;
  /** Ends the server and its extension hosts. */
  readonly stop: () => Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

export interface ServeOptions {
  readonly vscode: VSCode;
  /** The extension to install, an absolute path. */
  readonly vsix: string;
  /** More extensions to install. */
  readonly alongside?: readonly string[];
  /** On top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder to open, an absolute path. */
  readonly workspace: string;
  /** Where VS Code keeps its settings, extensions and logs: an absolute path to a folder of its own. */
  readonly dataFolder: string;
  /** For its processes, beside this one's. */
  readonly environment?: NodeJS.ProcessEnv;
  /** 0 for any that is free. */
  readonly port?: number;
}

/** No gallery: an extension is installed from a file, and nothing is looked up on the network. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: '{}' };
const READY_WITHIN = 60_000;

/**
 * Starts VS Code's own server with the extension installed and waits until it answers.
 * Throws with the server's own words when the extension can't be installed or the server doesn't start.
 */
export async function serve(options: ServeOptions): Promise<RunningVSCode> {
  const { vscode, dataFolder, workspace } = options;
  writeSettings(dataFolder, options.settings);
  const base = [vscode.main, '--accept-server-license-terms', '--server-data-dir', dataFolder, '--telemetry-level', 'off'];
  const extensions = [options.vsix, ...options.alongside ?? []];
  installExtensions(vscode.node, [...base, ...extensions.flatMap((vsix) => ['--install-extension', vsix]), '--force']);

  const port = options.port || await freePort();
  // Without a secret, any page in the reviewer's browser could talk to a server on this machine.
  const token = randomUUID();
  const origin = `http://127.0.0.1:${port}`;
  const logFile = join(dataFolder, 'server.log');
  const server = startInBackground(vscode.node, [
    ...base, '--host', '127.0.0.1', '--port', String(port),
    '--connection-token', token, '--disable-workspace-trust', '--disable-getting-started-override',
  ], logFile, options.environment);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await answers(origin, server, logFile);
  return { logFile, address: (file) => workbenchAddress(origin, token, workspace, file), stop: () => stop(server), ended };
}

/** Quiet settings for a first look; those that somebody has changed since stay. */
function writeSettings(dataFolder: string, more: ServeOptions['settings'] = {}): void {
  const folder = join(dataFolder, 'data/User');
  const file = join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...settings, ...more }, null, 2));
}

function installExtensions(node: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', timeout: 120_000, env: ENVIRONMENT });
  if (status !== 0) throw new Error(`VS Code did not take the extension:\n${stdout}${stderr}`);
}

/** A process group of its own, so that one signal ends the server and its extension hosts. */
function startInBackground(node: string, args: readonly string[], logFile: string, more: NodeJS.ProcessEnv = {}): ChildProcess {
  const log = openSync(logFile, 'w');
  const server = spawn(node, args, { stdio: ['ignore', log, log], detached: true, env: { ...ENVIRONMENT, ...more } });
  closeSync(log);
  return server;
}

async function answers(origin: string, server: ChildProcess, logFile: string): Promise<void> {
  const end = Date.now() + READY_WITHIN;
  while (!await isReady(origin)) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop(server);
      throw new Error(`VS Code did not start:\n${readFileSync(logFile, 'utf8')}`);
    }
    await wait(100);
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/version`)).ok;
  } catch {
    return false;
  }
}

function workbenchAddress(origin: string, token: string, workspace: string, file?: string): string {
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  // With a line behind it ("letter.md:33"), the cursor is put there.
  if (file) payload.push(['gotoLineMode', 'true'], ['openFile', `vscode-remote://${new URL(origin).host}${file}`]);
  const address = new URL(origin);
  address.searchParams.set('tkn', token);
  address.searchParams.set('folder', workspace);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  signal(server.pid, 'SIGTERM');
  await Promise.race([gone, wait(2000)]);
  signal(server.pid, 'SIGKILL');
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // Already gone.
  }
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as AddressInfo;
      listener.close(() => resolve(port));
    });
  });
}
