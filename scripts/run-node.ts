import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');

/** Runs Node in the project's folder. Where it fails, it has said why, and this process ends as it did. */
export function runNode(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
