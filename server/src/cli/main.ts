import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Console } from './console.ts';

const args = process.argv.slice(2);

if (args[0] === 'lsp' && !args.some((arg) => arg === '--help' || arg === '-h')) {
  // Nothing else of the command line is loaded: an editor waits for this.
  if (args.length === 1) process.argv.push('--stdio');
  await import('../node/main.ts');
} else {
  // An archive leaves more behind than it needs: V8 looks for it when the memory has grown by so many per cent, and not when it has trebled.
  setFlagsFromString('--heap-growing-percent=20');
  const { run } = await import('./program.ts');
  // A reader that has seen enough (head, less) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  process.exitCode = await run(args, terminal());
}

function terminal(): Console {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    cwd: process.cwd(),
    startThread: (data) => new Worker(new URL('./check-thread.js', import.meta.url), { workerData: data }),
    colors: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  };
}
