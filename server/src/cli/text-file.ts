import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeFileError, Failure } from './console.ts';
import { writeWhole } from './write-file.ts';

/** Larger files are no letters, and reading one would only fill the memory. */
const largestFile = 50_000_000;
const byteOrderMark = '\uFEFF';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file's text. The byte order mark is set aside, so that columns count from the first character one sees. */
export interface TextFile {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/**
 * Reads at once: for files as small as letters that is a third of the work of reading in the background, and nothing else waits.
 * @throws Failure for a file that is missing, too large or no text
 */
export function readTextFile(cwd: string, file: string): TextFile {
  const full = path.resolve(cwd, file);
  let bytes: Buffer;
  try {
    const { size } = statSync(full);
    if (size > largestFile) throw new Failure(`${file} has ${Math.ceil(size / 1e6)} MB; letters of up to 50 MB are checked. Split it or leave it out.`);
    bytes = readFileSync(full);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(describeFileError(file, error));
  }
  return decode(bytes, file);
}

/** @throws Failure for bytes that are no UTF-8 text */
export function decode(bytes: Buffer, file: string): TextFile {
  if (bytes.length > largestFile) throw new Failure(`${file} has more than 50 MB; only letters of up to 50 MB are checked.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe || bytes[0] === 0xfe && bytes[1] === 0xff) {
    throw new Failure(`${file} is written in UTF-16. Save it as UTF-8.`);
  }
  if (bytes.includes(0)) throw new Failure(`${file} is a binary file, not text. Name a Markdown draft or a .txt letter.`);
  try {
    const text = utf8.decode(bytes);
    const hasByteOrderMark = text.startsWith(byteOrderMark);
    return { text: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark };
  } catch {
    throw new Failure(`${file} is not UTF-8 text. Save it as UTF-8.`);
  }
}

/**
 * Writes a text over the one that was read. Where that has changed meanwhile, or lies elsewhere than it seems, it stays as it is.
 * @returns a sentence on why it was not written; null where it was
 */
export function rewriteTextFile(cwd: string, file: string, { text, hasByteOrderMark }: TextFile, newText: string): string | null {
  const full = path.resolve(cwd, file);
  const mark = hasByteOrderMark ? byteOrderMark : '';
  const isInside = !path.relative(cwd, full).startsWith('..');
  const problem = writeWhole(full, mark + newText, Buffer.from(mark + text), isInside ? cwd : path.dirname(full));
  return problem === null ? null : `${file} ${problem} Its fixes are lost.`;
}
