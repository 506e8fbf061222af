import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const PROGRAM = fileURLToPath(new URL('../../dist/server/server.js', import.meta.url));

/** A context that has what a web worker has, and none of Node's. */
const HOST = `
  const { parentPort, workerData } = require('node:worker_threads');
  const vm = require('node:vm');
  const log = (...words) => parentPort.postMessage({ written: words.join(' ') });
  const listeners = { message: new Set(), error: new Set(), messageerror: new Set() };
  const self = {
    addEventListener: (type, listener) => listeners[type].add(listener), removeEventListener: (type, listener) => listeners[type].delete(listener),
    postMessage: (message) => parentPort.postMessage(message), close: () => process.exit(),
    console: { log, info: log, warn: log, error: log, debug: log },
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone, performance, crypto, TextEncoder, TextDecoder, URL, URLSearchParams, MessageChannel,
  };
  self.self = vm.createContext(self);
  vm.runInContext(workerData, self);
  parentPort.on('message', (data) => {
    self.onmessage?.({ data });
    for (const listener of listeners.message) listener({ data });
  });
`;

/** The server as it is shipped for VS Code in a browser. `written`: what it wrote to the console. */
export function startInWorker(): { readonly worker: Worker; readonly written: () => string } {
  assert(existsSync(PROGRAM), 'The server is not built. Run `npm run test:unit`, which builds it, or `npm run build`.');
  const worker = new Worker(HOST, { eval: true, workerData: readFileSync(PROGRAM, 'utf8') });
  let written = '';
  const emit = worker.emit.bind(worker);
  // What is written to the console comes the same way, and is no message of the server.
  worker.emit = (event: string, ...args: unknown[]) => {
    const said = event === 'message' ? (args[0] as { written?: string }).written : undefined;
    if (said === undefined) return emit(event as 'message', ...args as [unknown]);
    written += `${said}\n`;
    return true;
  };
  worker.on('error', (error) => { written += `${error instanceof Error ? error.stack : String(error)}\n`; });
  return { worker, written: () => written };
}
