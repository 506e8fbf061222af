import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem, FoundFile } from '../lsp/file-system.ts';

/** Larger files are no letters. */
const largestFile = 50_000_000;

/** The files of this machine; folders of another scheme look empty. */
export const diskFiles: FileSystem = {
  async readText(uri) {
    const text = (await readBytes(uri))?.toString('utf8');
    // UTF-16, or no text at all: the letter would be read with a hole behind each character.
    return text === undefined || text.includes('\0') ? null : text;
  },
  async readUtf16(uri) {
    const bytes = await readBytes(uri);
    if (bytes?.[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
    return bytes?.[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2, bytes.length - bytes.length % 2).swap16().toString('utf16le') : null;
  },
  async jsonFiles(folder) {
    if (!folder.startsWith('file:')) return [];
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => `${folder}/${encodeURIComponent(name)}`);
  },
  async *letters(folder) {
    if (folder.startsWith('file:')) yield* lettersUnder(fileURLToPath(folder));
  },
};

/** Null for what is no file of this machine, too large or can't be read. */
async function readBytes(uri: string): Promise<Buffer | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const file = fileURLToPath(uri);
    return (await stat(file)).size > largestFile ? null : await readFile(file);
  } catch {
    return null;
  }
}

async function* lettersUnder(folder: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* lettersUnder(file);
    else if (entry.isFile() && /\.(?:md|markdown|txt)$/i.test(entry.name)) yield* foundFile(file);
  }
}

async function* foundFile(file: string): AsyncGenerator<FoundFile> {
  const facts = await stat(file).catch(() => null);
  if (facts && facts.size <= largestFile) yield { uri: pathToFileURL(file).href, stamp: `${facts.mtimeMs}-${facts.size}` };
}
