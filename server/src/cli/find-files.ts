import { access, constants, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { describeFileError, Failure } from './console.ts';

export interface FoundFile {
  /** As it was named, or relative to the working folder. */
  readonly path: string;
  /** Named itself, rather than found in a folder or by a pattern: then it has to be a determination. */
  readonly named: boolean;
}

export interface FoundFiles {
  /** In the order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** A sentence for each argument that leads nowhere. */
  readonly failures: readonly string[];
}

const letters = '**/*.{md,markdown,txt}';
const ignore = ['**/node_modules/**'];

/** The files that the arguments stand for: files, folders and quoted patterns. One that links lead to from several places is found once, where it lies. */
export async function findFiles(cwd: string, args: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const failures: string[] = [];
  for (const arg of args) {
    try {
      for (const file of await resolveArgument(cwd, arg)) {
        const full = path.resolve(cwd, file.path);
        const own = await ownPath(full);
        if (file.named || !files.has(own) || (full === own && files.get(own)?.named === false)) files.set(own, file);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.message);
    }
  }
  return { files: [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1)), failures };
}

/** Where a file lies, past all links; of one that is gone already its name. */
async function ownPath(full: string): Promise<string> {
  try {
    return await realpath(full);
  } catch {
    return full;
  }
}

async function resolveArgument(cwd: string, arg: string): Promise<FoundFile[]> {
  // What a script leaves empty by mistake is not the whole folder.
  if (arg.trim() === '') throw new Failure('No file was named: an argument is empty. Name files or folders, or “.” for this folder.');
  const full = path.resolve(cwd, arg);
  let isFolder: boolean;
  try {
    isFolder = (await stat(full)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(arg)) return matchingFiles(cwd, arg);
    throw new Failure(describeFileError(arg, error));
  }
  return isFolder ? filesInFolder(full, arg) : [{ path: arg, named: true }];
}

async function filesInFolder(full: string, folder: string): Promise<FoundFile[]> {
  try {
    await access(full, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(describeFileError(folder, error));
  }
  const paths = await glob(letters, { cwd: full, ignore, caseSensitiveMatch: false });
  return paths.map((file) => ({ path: path.join(folder, file), named: false }));
}

async function matchingFiles(cwd: string, pattern: string): Promise<FoundFile[]> {
  const paths = await glob(pattern, { cwd, ignore, absolute: true });
  if (paths.length === 0) throw new Failure(`No file matches ${pattern}. Check the pattern.`);
  return paths.map((file) => ({ path: path.isAbsolute(pattern) ? file : path.relative(cwd, file), named: false }));
}
