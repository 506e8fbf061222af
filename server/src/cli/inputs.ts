import { Failure, type Console } from './console.ts';
import { findFiles, type FindOptions, type FoundFile } from './find-files.ts';
import { decode, readTextFile, type TextFile } from './text-file.ts';
import { visibleLine } from './visible.ts';

export interface InputOptions extends FindOptions {
  /** A list of files, one a line; `-` is stdin. */
  readonly filesFrom?: string;
  /** What the text on stdin is called. */
  readonly stdinFilename?: string;
}

/** A text to work on. */
export interface Input extends FoundFile, TextFile {
  readonly isStdin: boolean;
}

export interface Inputs {
  /** In the order of their paths. */
  readonly each: AsyncIterable<Input>;
  /** Says on stderr what is wrong; the others are still worked on. */
  readonly fail: (sentence: string) => void;
  readonly failed: () => boolean;
  /** Works on one of them. What keeps it from being worked on (settings that say nothing, say) is said, and null is the answer: it hides no other. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** The texts that the arguments stand for, read one by one. */
export async function readInputs(args: readonly string[], options: InputOptions, console: Console): Promise<Inputs> {
  const named = [...args, ...await listedFiles(options, console)];
  if (named.length === 0) throw new Failure('No file was named. Name files, folders, quoted patterns, or - for stdin.');
  const said = new Set<string>();
  const fail = (problem: string): void => {
    const sentence = visibleLine(problem);
    // Of a folder's settings it is the same for each of its letters.
    if (said.has(sentence)) return;
    said.add(sentence);
    console.err(`imr: ${sentence}\n`);
  };
  const found = await findFiles(console.cwd, named.filter((name) => name !== '-'), options);
  found.failures.forEach(fail);
  async function* each(): AsyncGenerator<Input> {
    if (named.includes('-')) yield await standardInput(options, console);
    for (const file of found.files) {
      const read = await attempt(async () => readTextFile(console.cwd, file.path));
      if (read) yield { ...file, ...read, isStdin: false };
    }
  }
  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      error.sentences.forEach(fail);
      return null;
    }
  }
  return { each: each(), fail, failed: () => said.size > 0, attempt };
}

async function standardInput(options: InputOptions, console: Console): Promise<Input> {
  const name = options.stdinFilename ?? 'stdin.md';
  return { path: name, named: true, isStdin: true, ...decode(await console.readStdin(), name) };
}

async function listedFiles({ filesFrom }: InputOptions, console: Console): Promise<string[]> {
  if (filesFrom === undefined) return [];
  const { text } = filesFrom === '-' ? decode(await console.readStdin(), 'stdin') : readTextFile(console.cwd, filesFrom);
  return text.split(/\r\n|\n|\r/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
