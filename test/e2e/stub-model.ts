import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs the extension of the folder stub-model: the path of its .vsix. */
export function packStubModel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imr-stub-model-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const vsix = join(folder, 'stub-model.vsix');
  const { status, stderr } = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: resolve(import.meta.dirname, 'stub-model'), encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The stub model could not be packed:\n${stderr}`);
  return vsix;
}
