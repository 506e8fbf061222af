import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { describeFileError, Failure } from './console.ts';
import { createGitIgnored, type GitIgnored } from './git-ignored.ts';
import { lettersInFolder } from './letters-in-folder.ts';

export interface FoundFile {
  /** As it was named, or relative to the working folder. */
  readonly path: string;
  /** Named itself, rather than found in a folder or by a pattern: then it has to be a determination. */
  readonly named: boolean;
}

export interface FoundFiles {
  /** In the order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** A sentence for each argument that leads nowhere, and each folder that can't be read. */
  readonly failures: readonly string[];
}

export interface FindOptions {
  /** False: also files that git leaves out. */
  readonly ignore?: boolean;
}

const packages = ['**/node_modules/**'];
const nothingIgnored: GitIgnored = () => false;

/**
 * The files that the arguments stand for: files, folders, quoted patterns, and patterns behind “!” of what is left out. One that links lead to
 * from several places is found once, where it lies. What git ignores is only found where it is named.
 */
export async function findFiles(cwd: string, args: readonly string[], { ignore = true }: FindOptions = {}): Promise<FoundFiles> {
  const isIgnored = ignore ? createGitIgnored() : nothingIgnored;
  const files = new Map<string, FoundFile>();
  const failures: string[] = [];
  const excluding = args.filter((arg) => arg.startsWith('!') && isDynamicPattern(arg));
  for (const arg of args.filter((each) => !excluding.includes(each))) {
    try {
      const found = await resolveArgument(cwd, arg, isIgnored);
      failures.push(...found.failures);
      for (const file of found.files) {
        const full = path.resolve(cwd, file.path);
        const own = await ownPath(full);
        if (file.named || !files.has(own) || (full === own && files.get(own)?.named === false)) files.set(own, file);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.message);
    }
  }
  for (const file of excluding.length === 0 ? [] : await glob(excluding.map((pattern) => pattern.slice(1)), { cwd, absolute: true })) files.delete(await ownPath(file));
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

async function resolveArgument(cwd: string, arg: string, isIgnored: GitIgnored): Promise<FoundFiles> {
  // What a script leaves empty by mistake is not the whole folder.
  if (arg.trim() === '') throw new Failure('No file was named: an argument is empty. Name files or folders, or “.” for this folder.');
  const full = path.resolve(cwd, arg);
  let isFolder: boolean;
  try {
    isFolder = (await stat(full)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(arg)) return matchingFiles(cwd, arg, isIgnored);
    throw new Failure(describeFileError(arg, error));
  }
  return isFolder ? filesInFolder(full, arg, isIgnored) : { files: [{ path: arg, named: true }], failures: [] };
}

async function filesInFolder(full: string, folder: string, isIgnored: GitIgnored): Promise<FoundFiles> {
  // Who names a folder that git leaves out wants what is in it.
  const isOut = isLeftOut(full, true, isIgnored);
  const { files, ignored, failures } = await lettersInFolder(full, isOut ? nothingIgnored : isIgnored);
  if (files.length === 0 && ignored > 0) throw new Failure(`${folder} holds only what git ignores. Add --no-ignore to take that in, too.`);
  return {
    files: files.map((file) => ({ path: path.join(folder, path.relative(full, file)), named: false })),
    failures: failures.map((failure) => describeFileError(path.join(folder, path.relative(full, failure.folder)), failure.error)),
  };
}

async function matchingFiles(cwd: string, pattern: string, isIgnored: GitIgnored): Promise<FoundFiles> {
  const matching = await glob(pattern, { cwd, ignore: packages, absolute: true });
  if (matching.length === 0) throw new Failure(`No file matches ${pattern}. Check the pattern.`);
  const parts = pattern.split('/');
  const named = path.resolve(cwd, parts.slice(0, parts.findIndex((part) => isDynamicPattern(part))).join('/'));
  const paths = isLeftOut(named, true, isIgnored) ? matching : matching.filter((file) => !isLeftOut(file, false, isIgnored, named));
  if (paths.length === 0) throw new Failure(`All that matches ${pattern} is ignored by git. Add --no-ignore to take it in.`);
  return { files: paths.map((file) => ({ path: path.isAbsolute(pattern) ? file : path.relative(cwd, file), named: false })), failures: [] };
}

/** Whether git leaves out a file or folder, or one around it; `top` and what is above it isn't asked. */
function isLeftOut(full: string, isFolder: boolean, isIgnored: GitIgnored, top?: string): boolean {
  const above = path.dirname(full);
  if (full === top || above === full) return false;
  return isIgnored(full, isFolder) || isLeftOut(above, true, isIgnored, top);
}
