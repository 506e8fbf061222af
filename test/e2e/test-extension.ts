import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs one of the extensions in this folder that are only for tests: the path of its .vsix. */
export function packTestExtension(name: 'stub-model' | 'socket-watch'): string {
  const folder = mkdtempSync(join(tmpdir(), `imr-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const vsix = join(folder, `${name}.vsix`);
  const { status, stderr } = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: resolve(import.meta.dirname, name), encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} could not be packed:\n${stderr}`);
  return vsix;
}
