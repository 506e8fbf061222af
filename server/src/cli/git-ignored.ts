import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import createRules, { type Ignore } from 'ignore';

// What git leaves alone, `imr` does: the .gitignore files of a repository and its .git/info/exclude. Outside of a repository they hold nothing.

/** The rules of one file, for what lies in `folder`. */
interface Rules {
  readonly folder: string;
  readonly of: Ignore;
}

/** Whether git leaves out a file or folder, as far as the folders above it aren't left out themselves. Keeps what it has read. */
export type GitIgnored = (full: string, isFolder: boolean) => boolean;

export function createGitIgnored(): GitIgnored {
  const known = new Map<string, readonly Rules[] | null>();

  /** Those that hold in a folder, nearest first; null outside of any repository. */
  function rulesIn(folder: string): readonly Rules[] | null {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const repository = path.join(folder, '.git');
    const isRoot = existsSync(repository);
    const above = isRoot ? rulesFrom(folder, path.join(commonFolder(repository), 'info', 'exclude')) : path.dirname(folder) === folder ? null : rulesIn(path.dirname(folder));
    const rules = above && [...rulesFrom(folder, path.join(folder, '.gitignore')), ...above];
    known.set(folder, rules);
    return rules;
  }

  return (full, isFolder) => {
    for (const { folder, of } of rulesIn(path.dirname(full)) ?? []) {
      const { ignored, unignored } = of.test(path.relative(folder, full).split(path.sep).join('/') + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}

function rulesFrom(folder: string, file: string): Rules[] {
  const text = readIfThere(file);
  return text === null ? [] : [{ folder, of: createRules({ ignorecase: false }).add(text.replace(/^\uFEFF/, '')) }];
}

/** Where a repository keeps what all of its work trees share: in a further work tree `.git` is a file that names a folder, and that names it. */
function commonFolder(repository: string): string {
  if (statSync(repository).isDirectory()) return repository;
  const named = /^gitdir: (.+)/.exec(readIfThere(repository) ?? '')?.[1];
  if (named === undefined) return repository;
  const own = path.resolve(path.dirname(repository), named.trim());
  return path.resolve(own, readIfThere(path.join(own, 'commondir'))?.trim() ?? '.');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
