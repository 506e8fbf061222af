import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { GitIgnored } from './git-ignored.ts';

export interface LettersInFolder {
  /** Markdown and text files, by their full paths. */
  readonly files: readonly string[];
  /** How many files and folders are left out because git leaves them out. */
  readonly ignored: number;
  /** The folders that can't be read. */
  readonly failures: readonly { readonly folder: string; readonly error: unknown }[];
}

/** Files that may be letters; hidden ones, packages and what `isIgnored` says are left out. Links are followed, into each folder once. */
export async function lettersInFolder(top: string, isIgnored: GitIgnored): Promise<LettersInFolder> {
  const files: string[] = [];
  const failures: { folder: string; error: unknown }[] = [];
  const seen = new Set<string>();
  let ignored = 0;

  async function walk(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      const own = await realpath(folder);
      if (seen.has(own)) return;
      seen.add(own);
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      failures.push({ folder, error });
      return;
    }
    for (const entry of entries.filter(isVisible)) {
      const full = path.join(folder, entry.name);
      const kind = await kindOf(entry, full);
      if (kind === null || (kind === 'file' && !/\.(?:md|markdown|txt)$/i.test(entry.name))) continue;
      if (isIgnored(full, kind === 'folder')) ignored++;
      else if (kind === 'folder') await walk(full);
      else files.push(full);
    }
  }

  await walk(top);
  return { files, ignored, failures };
}

function isVisible({ name }: Dirent): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Null for what is neither, and for a link that leads nowhere. */
async function kindOf(entry: Dirent, full: string): Promise<'file' | 'folder' | null> {
  const facts = entry.isSymbolicLink() ? await stat(full).catch(() => null) : entry;
  return facts?.isDirectory() ? 'folder' : facts?.isFile() ? 'file' : null;
}
