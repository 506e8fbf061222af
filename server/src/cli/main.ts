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
  // No function of a check is hot for itself: V8 takes a third of the time again to compile what it has put into one another, and the code is no faster for it.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  const { run } = await import('./program.ts');
  process.exitCode = await run(args, terminal());
}

function terminal(): Console {
  return {
    out: writer(),
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

/** Writes as long as somebody reads. A reader that has seen enough (head, less) stops no work and changes no exit status. */
function writer(): Console['out'] {
  let isRead = true;
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    isRead = false;
    if (code === 'EPIPE') return;
    process.stderr.write(`imr: The output can't be written (${code ?? message}). Make room, or write it to another place.\n`);
    process.exit(2);
  });
  return (text) => {
    if (isRead) process.stdout.write(text);
  };
}
