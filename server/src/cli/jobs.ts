import type { Worker } from 'node:worker_threads';
import type { InputCheck, InputCheckOptions, InputResult } from './check-input.ts';
import type { Input } from './inputs.ts';

/** Whoever checks letters. */
export interface Work {
  readonly check: InputCheck;
  /** To be called when nothing is left to check, also after a failure. */
  readonly end: () => Promise<void>;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly options: InputCheckOptions;
  readonly cwd: string;
}

/** What comes of the inputs, in their order, `jobs` of them being worked on at the same time. */
export async function* inOrder<In, Out>(inputs: AsyncIterable<In>, jobs: number, work: (input: In) => Promise<Out>): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const input of inputs) {
    const result = work(input);
    // Whoever waits for it will hear of a failure; until then it is no unhandled one.
    result.catch(() => {});
    running.push(result);
    if (running.length >= jobs) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}

/** Checks letters in threads, each taking the next input as it becomes free. */
export function workIn(threads: number, start: (data: unknown) => Worker, data: ThreadData): Work {
  const all: Worker[] = [];
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return free;
    if (all.length < threads) {
      all.push(start(data satisfies ThreadData));
      return all.at(-1)!;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    async check(input) {
      const worker = await take();
      const result = await ask(worker, input);
      giveBack(worker);
      return result;
    },
    async end() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, input: Input): Promise<InputResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: string) => {
      worker.off('error', reject);
      resolve(JSON.parse(result) as InputResult);
    });
    worker.postMessage(input);
  });
}
