import { randomBytes } from 'node:crypto';
import {
  accessSync, closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, realpathSync, renameSync,
  rmSync, statSync, writeFileSync, type Stats,
} from 'node:fs';
import path from 'node:path';

/** What has to stand there now: these bytes, nothing at all, or anything. */
export type Before = Buffer | 'nothing' | 'anything';

/** Why a file stays as it is. The words go behind its name. */
class Refusal extends Error {}

/**
 * Writes a file so that whatever happens meanwhile (a crash, Ctrl+C, a full disk) leaves the whole old one or the whole new one: into a file
 * beside it, which takes its place in one step. Owner and permissions stay. A link is followed, but not out of `within`.
 * @returns what keeps the file from being written, as the rest of a sentence that begins with its name; null where it is written
 */
export function writeWhole(file: string, content: string, before: Before, within = path.dirname(file)): string | null {
  try {
    const target = before === 'nothing' ? file : followed(file, within);
    const known = before === 'nothing' ? undefined : statSync(target, { throwIfNoEntry: false });
    if (known) assertReplaceable(target, known);
    const draft = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      writeDraft(draft, content, known);
      put(draft, target, before);
    } finally {
      rmSync(draft, { force: true });
    }
    keepEntry(path.dirname(target));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return `can't be written: the disk is full. Make room, and try again.`;
    return `can't be written (${code ?? 'unknown error'}).`;
  }
}

/** Where a file lies, past all links. */
function followed(file: string, within: string): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink && !statSync(file, { throwIfNoEntry: false })) throw new Refusal('is a link that leads nowhere.');
  const own = isLink ? realpathSync(file) : path.join(realpathSync(path.dirname(file)), path.basename(file));
  const way = path.relative(realpathSync(within), own);
  if (way.split(path.sep)[0] === '..' || path.isAbsolute(way)) throw new Refusal(`is reached by a link out of ${within}, and lies at ${own}. Name it by that path.`);
  return own;
}

/** A step beside the file asks for no permission to write into it, so that is asked for here. */
function assertReplaceable(file: string, known: Stats): void {
  if (!known.isFile()) throw new Refusal('is no file that could be replaced.');
  accessSync(file, constants.W_OK);
}

function writeDraft(draft: string, content: string, known: Stats | undefined): void {
  const handle = openSync(draft, 'wx');
  try {
    writeFileSync(handle, content);
    if (known) keepRights(handle, known);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function keepRights(handle: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(handle);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fchownSync(handle, uid, gid);
    } catch {
      // Somebody else's file in a folder that is ours, too: only the administrator gives files away.
    }
  }
  fchmodSync(handle, mode & 0o7777);
}

function put(draft: string, target: string, before: Before): void {
  if (before === 'nothing') return putNew(draft, target);
  // As late as can be: what somebody saved meanwhile would be lost.
  if (before !== 'anything' && !readFileSync(target).equals(before)) throw new Refusal('has changed since it was read.');
  renameSync(draft, target);
}

/** A second name is only given where there is none of that name; a renamed file would take the place of another. */
function putNew(draft: string, target: string): void {
  try {
    linkSync(draft, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || lstatSync(target, { throwIfNoEntry: false })) throw new Refusal('exists already.');
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'ENOENT' || code === 'EACCES') throw error;
    // Some disks, sticks and shares give a file one name only.
    renameSync(draft, target);
  }
}

/** The folder's own entry reaches the disk, where a folder can be asked for that. */
function keepEntry(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows has no such thing.
  }
}
