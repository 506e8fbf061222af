import type { Worker } from 'node:worker_threads';
import { visible, visibleLine } from './visible.ts';

/** The command line's way to the world, so that tests can run it without a process. */
export interface Console {
  readonly out: (text: string) => void;
  /** Everything that is no result: progress, notes, failures. */
  readonly err: (text: string) => void;
  /** Results to which colours were given, after all else in them was made visible. */
  readonly painted?: (text: string) => void;
  readonly readStdin: () => Promise<Buffer>;
  readonly cwd: string;
  /** Colours, where the output is a terminal that shows them. */
  readonly colors: boolean;
  /** Starts a thread that checks letters, where there are threads; `data`: see `ThreadData`. */
  readonly startThread?: (data: unknown) => Worker;
}

/** As ESLint: 0 no error, 1 errors or too many warnings, 2 bad usage, bad settings or an internal failure. */
export type ExitCode = 0 | 1 | 2;

/** The same console, to which nothing is written that a terminal would obey: names and letters may hold anything. */
export function showingAll(console: Console): Console {
  return { ...console, out: (text) => console.out(visible(text)), err: (text) => console.err(visible(text)), painted: console.out };
}

/** Something that the caller can put right. Each message says in one sentence what is wrong and what to do. */
export class Failure extends Error {
  readonly sentences: readonly string[];

  constructor(...sentences: string[]) {
    const shown = sentences.map(visibleLine);
    super(shown.join('\n'));
    this.sentences = shown;
  }
}

/** The sentence for an error of the file system. */
export function describeFileError(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `${path} does not exist. Check the path.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} can't be read: permission denied. Change its permissions or leave it out.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file.`;
  return `${path} can't be read (${code ?? 'unknown error'}).`;
}
