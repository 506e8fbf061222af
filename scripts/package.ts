// Writes imr-determination.vsix, which VS Code installs from file.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');

const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' });

run('scripts/build.mjs');
// Everything is bundled, so no dependency goes in; and there is no public repository yet that README links could point at.
run(vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', 'imr-determination.vsix');
