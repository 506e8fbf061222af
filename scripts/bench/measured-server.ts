import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readMessages, writeMessage, type Message } from './messages.ts';

const uri = 'untitled:bench.md';

/** A server under measurement, with one letter open. Times in milliseconds. */
export interface MeasuredServer {
  readonly name: string;
  readonly startTime: number;
  /** From the letter's opening to its diagnostics. */
  readonly openTime: number;
  /** Types one character, or takes it back, and waits for the diagnostics of that version. */
  keystroke(): Promise<number>;
  /** Many keystrokes without waiting; the time from the last one to its diagnostics. */
  burst(count: number): Promise<number>;
  /** Resident memory in MB, where the system says it. */
  memory(): number | null;
  stop(): void;
}

export async function measureServer(
  name: string, command: readonly string[], text: string, place: { line: number; character: number },
): Promise<MeasuredServer> {
  const began = performance.now();
  const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (message: Message) => void>();
  let published: (version: number) => void = () => {};
  let ids = 0;
  let version = 1;
  let typed = 0;
  let resultId: string | undefined;

  readMessages(child.stdout, (message) => {
    if (message.method === 'textDocument/publishDiagnostics') published((message.params as { version: number }).version);
    else if (message.method !== undefined && message.id !== undefined) writeMessage(child.stdin, { id: message.id, result: null });
    else if (message.id !== undefined) answers.get(message.id)?.(message);
  });
  const notify = (method: string, params: unknown): void => writeMessage(child.stdin, { method, params });
  const request = <T>(method: string, params: unknown): Promise<T> => new Promise((resolve) => {
    const id = ++ids;
    answers.set(id, ({ result }) => {
      answers.delete(id);
      resolve(result as T);
    });
    writeMessage(child.stdin, { id, method, params });
  });

  const { capabilities } = await request<{ capabilities: { diagnosticProvider?: object } }>('initialize', {
    processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { versionSupport: true } } },
  });
  const startTime = performance.now() - began;
  notify('initialized', {});

  /** Starts to listen before the edit is sent, so that no answer is missed. */
  const diagnosed = (act: () => void): Promise<void> => {
    if (!capabilities.diagnosticProvider) {
      return new Promise((resolve) => {
        published = (of) => { if (of === version) resolve(); };
        act();
      });
    }
    act();
    return request<{ resultId: string }>('textDocument/diagnostic', { textDocument: { uri }, previousResultId: resultId })
      .then((answer) => { resultId = answer.resultId; });
  };
  const timed = async (act: () => void): Promise<number> => {
    const from = performance.now();
    await diagnosed(act);
    return performance.now() - from;
  };
  const type = (): void => {
    // Twenty characters, then the same ones back, so that the letter keeps its size.
    const forward = typed % 40 < 20;
    const at = place.character + (forward ? typed % 20 : 19 - typed % 20);
    typed++;
    version++;
    const range = { start: { line: place.line, character: at }, end: { line: place.line, character: forward ? at : at + 1 } };
    notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: forward ? 'a' : '' }] });
  };

  const openTime = await timed(() => notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } }));
  return {
    name, startTime, openTime,
    keystroke: () => timed(type),
    burst(count) {
      for (let key = 1; key < count; key++) type();
      return timed(type);
    },
    memory: () => residentMemory(child.pid),
    stop: () => void child.kill(),
  };
}

function residentMemory(pid: number | undefined): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return null;
  }
}
