import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection, IPCMessageReader, IPCMessageWriter, PortMessageReader, PortMessageWriter, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type CodeAction, type CodeActionContext, type CompletionItemKind, type Diagnostic, type DocumentDiagnosticReport, type GlobPattern, type InitializeResult, type MessageConnection, type MessageReader, type MessageWriter,
  type PublishDiagnosticsParams, type Range,
} from 'vscode-languageserver/node';
import { createProtocolCheck } from './protocol-check.ts';
import { startInWorker } from './web-worker.ts';

/** The server as it is shipped, bundled once for all tests: a process of its own then starts in a moment. */
let bundle: Promise<string> | undefined;

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));

async function bundleServer(): Promise<string> {
  // Below the project, as it is installed: that is where it looks for the rules' pages.
  mkdirSync(BUILD, { recursive: true });
  const outfile = path.join(mkdtempSync(path.join(BUILD, 'imr-server-')), 'main.cjs');
  const entry = fileURLToPath(new URL('../../server/src/node/main.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'error' });
  process.once('exit', () => rmSync(path.dirname(outfile), { recursive: true, force: true }));
  return outfile;
}

export interface ClientOptions extends StartOptions {
  /** An old client leaves out pull diagnostics. */
  readonly pull?: boolean;
  /** What the client answers to `workspace/configuration`; absent: it can't be asked. */
  readonly settings?: unknown;
  /** Files to put in the workspace folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** Instead of those that most tests want. */
  readonly capabilities?: ClientCapabilities;
}

/** A client for the real server process, over stdio. */
export interface Client {
  readonly connection: MessageConnection;
  readonly server: ServerProcess;
  readonly initialized: InitializeResult;
  readonly folder: string;
  readonly published: PublishDiagnosticsParams[];
  readonly messages: string[];
  readonly notifications: { readonly method: string; readonly params: unknown }[];
  /** What the server has asked, by its methods; “client/registerCapability of …” where it wants to be told of something. */
  readonly asked: string[];
  /** The files that it wants to hear of. */
  readonly watched: GlobPattern[];
  settings: unknown;
  uri(name: string): string;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** One change in place, or of the whole text where there is no range. */
  change(uri: string, version: number, text: string, range?: Range): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  codeActions(uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]>;
  /** Waits for a condition that some message will make true. */
  until(condition: () => boolean): Promise<void>;
  exited(): Promise<number | null>;
  /** Ends the server. Fails where it has sent anything that the protocol doesn't have. */
  stop(): Promise<void>;
}

/** A client that can do all that the server makes use of. */
export const abilities = {
  workspace: {
    configuration: true, workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } }, isPreferredSupport: true },
    completion: {
      completionItem: { snippetSupport: true, preselectSupport: true, labelDetailsSupport: true },
      completionItemKind: { valueSet: Array.from({ length: 25 }, (_, i) => i + 1 as CompletionItemKind) },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, labelSupport: true },
    documentLink: { tooltipSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
    semanticTokens: { requests: { full: true, range: true }, formats: ['relative'], tokenTypes: ['citation', 'decision', 'itemReference'], tokenModifiers: ['resolved', 'unknown', 'superseded', 'upheld', 'overturned'] },
  },
} satisfies ClientCapabilities;

/** How client and server talk. In a web worker the server has nothing of Node. */
export const WAYS = ['stdio', 'ipc', 'web worker'] as const;

export interface StartOptions {
  readonly over?: typeof WAYS[number];
  /** A CommonJS file that runs in the server's process before it. */
  readonly preload?: string;
}

/** The real server, to which nothing was said yet. */
export interface ServerProcess {
  readonly connection: MessageConnection;
  readonly exited: Promise<number | null>;
  /** What the server sent and the protocol doesn't have. */
  readonly invalid: readonly string[];
  /** The kinds of messages that it sent. */
  readonly seen: ReadonlySet<string>;
  /** What it wrote elsewhere than to the client. */
  readonly written: () => string;
  readonly isRunning: () => boolean;
  readonly kill: () => void;
  /** Where it reads what the client says; null where it has no such stream. */
  readonly stdin: Writable | null;
}

export async function startProcess({ over = 'stdio', preload }: StartOptions = {}): Promise<ServerProcess> {
  const host = over === 'web worker' ? startWorker() : startNode(await (bundle ??= bundleServer()), over, preload);
  const { reader, writer } = host;
  const check = createProtocolCheck();
  const invalid: string[] = [];
  const hear = reader.listen.bind(reader);
  reader.listen = (heard) => hear((message) => {
    const wrong = check.wrongIn(message);
    if (wrong !== null) invalid.push(wrong);
    heard(message);
  });
  const say = writer.write.bind(writer);
  writer.write = (message) => {
    check.sent(message);
    return say(message);
  };
  const connection = createMessageConnection(reader, writer);
  let isRunning = true;
  // A server that can't even start must fail the test, not hang it.
  const exited = host.exited.finally(() => {
    isRunning = false;
    connection.dispose();
  });
  connection.onError(() => {});
  connection.listen();
  return { ...host, connection, exited, invalid, seen: check.seen, isRunning: () => isRunning };
}

interface Host extends Pick<ServerProcess, 'exited' | 'written' | 'kill' | 'stdin'> {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

function startNode(program: string, over: 'stdio' | 'ipc', preload: string | undefined): Host {
  const args = [...preload === undefined ? [] : ['--require', preload], program, over === 'ipc' ? '--node-ipc' : '--stdio'];
  const child = spawn(process.execPath, args, { stdio: over === 'ipc' ? ['pipe', 'pipe', 'pipe', 'ipc'] : 'pipe' });
  const { stdin, stdout, stderr } = child;
  assert(stdin && stdout && stderr);
  let written = '';
  for (const stream of over === 'ipc' ? [stdout, stderr] : [stderr]) stream.on('data', (chunk: Buffer) => { written += chunk.toString(); });
  return {
    reader: over === 'ipc' ? new IPCMessageReader(child) : new StreamMessageReader(stdout),
    writer: over === 'ipc' ? new IPCMessageWriter(child) : new StreamMessageWriter(stdin),
    exited: new Promise((resolve) => child.once('exit', resolve)),
    written: () => written,
    kill: () => child.kill(),
    stdin: over === 'ipc' ? null : stdin,
  };
}

function startWorker(): Host {
  const { worker, written } = startInWorker();
  return {
    reader: new PortMessageReader(worker), writer: new PortMessageWriter(worker),
    exited: new Promise((resolve) => worker.once('exit', resolve)),
    written, kill: () => void worker.terminate(), stdin: null,
  };
}

export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-lsp-'));
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const server = await startProcess(options);
  const { connection, exited: exit, invalid } = server;
  const waiting = new Set<() => void>();
  const heard = (): void => waiting.forEach((look) => look());

  const client: Client = {
    connection, server, folder, published: [], messages: [], notifications: [], asked: [], watched: [],
    initialized: { capabilities: {} },
    settings: options.settings,
    uri: (name) => pathToFileURL(path.join(folder, name)).href,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text, range) => connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version }, contentChanges: [range ? { range, text } : { text }],
    }),
    pull: (uri, previousResultId) => connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri }, identifier: 'imr', ...(previousResultId !== undefined && { previousResultId }),
    }),
    async diagnostics(uri) {
      const answer = await client.pull(uri);
      return answer.kind === 'full' ? answer.items : [];
    },
    codeActions: (uri, range, context) => connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context }),
    until: (condition) => new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    }),
    exited: () => exit,
    async stop() {
      if (server.isRunning()) {
        await connection.sendRequest('shutdown').catch(() => {});
        await connection.sendNotification('exit').catch(() => {});
        // A worker is ended by the page.
        if (options.over === 'web worker') server.kill();
        await exit;
      }
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(invalid, [], 'the server sent what the protocol doesn’t have');
    },
  };

  connection.onNotification((method, params) => {
    client.notifications.push({ method, params });
    if (method === 'textDocument/publishDiagnostics') client.published.push(params as unknown as PublishDiagnosticsParams);
    if (method === 'window/showMessage') client.messages.push((params as unknown as { message: string }).message);
    heard();
  });
  connection.onRequest((method, params) => {
    client.asked.push(...called(method, params));
    client.watched.push(...watchedBy(method, params));
    heard();
    if (method !== 'workspace/configuration') return null;
    return (params as unknown as { items: unknown[] }).items.map(() => client.settings);
  });
  const initialized = await connection.sendRequest<InitializeResult>('initialize', initializeParams(folder, options));
  Object.assign(client, { initialized });
  await connection.sendNotification('initialized', {});
  return client;
}

function initializeParams(folder: string, { pull = true, settings, initializationOptions, capabilities }: ClientOptions): object {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'letters' }],
    initializationOptions,
    capabilities: capabilities ?? {
      ...abilities,
      workspace: { ...abilities.workspace, configuration: settings !== undefined },
      textDocument: pull ? abilities.textDocument : { ...abilities.textDocument, diagnostic: undefined },
    },
  };
}

/** A registration asks for a method or several. */
function watchedBy(method: string, params: unknown): GlobPattern[] {
  if (method !== 'client/registerCapability') return [];
  const { registrations } = params as { registrations: { registerOptions?: { watchers?: { globPattern: GlobPattern }[] } }[] };
  return registrations.flatMap(({ registerOptions }) => registerOptions?.watchers?.map(({ globPattern }) => globPattern) ?? []);
}

function called(method: string, params: unknown): string[] {
  if (method !== 'client/registerCapability') return [method];
  return (params as { registrations: { method: string }[] }).registrations.map((each) => `${method} of ${each.method}`);
}
