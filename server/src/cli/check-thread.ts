import { parentPort, workerData } from 'node:worker_threads';
import { createInputCheck } from './check-input.ts';
import type { Input } from './inputs.ts';
import type { ThreadData } from './jobs.ts';

// A thread of `imr check --jobs`: checks the letters that it is sent, one after another. Answers in JSON, which has what a finding computes when it is asked.
const { options, cwd } = workerData as ThreadData;
const check = createInputCheck(options, cwd);

parentPort?.on('message', (input: Input) => {
  void check(input).then((result) => parentPort?.postMessage(JSON.stringify(result)));
});
