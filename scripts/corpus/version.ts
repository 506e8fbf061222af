import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { checkFolder, Corpus } from './check-folder.ts';

/**
 * What the program of an earlier commit finds in a folder. Its sources are laid out in a temporary folder for as long as that takes,
 * and use the project's own libraries. Throws where there is no such commit, or where it has no `scripts/corpus/check-folder.ts`.
 */
export async function checkFolderAt(commit: string, folder: string, project: string): Promise<Corpus> {
  const temporary = mkdtempSync(join(tmpdir(), 'imr-corpus-'));
  try {
    return await inWorktree(join(temporary, 'program'), commit, project, async (tree) => {
      symlinkSync(join(project, 'node_modules'), join(tree, 'node_modules'), 'junction');
      const earlier = await import(pathToFileURL(join(tree, 'scripts/corpus/check-folder.ts')).href) as { readonly checkFolder: typeof checkFolder };
      return earlier.checkFolder(resolve(folder));
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function inWorktree<T>(tree: string, commit: string, project: string, use: (tree: string) => Promise<T>): Promise<T> {
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: project, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  git('worktree', 'add', '--detach', tree, commit);
  try {
    return await use(tree);
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}
