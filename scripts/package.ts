// npm run package: writes imr-determination.vsix, which VS Code installs from file.
import { createRequire } from 'node:module';
import { runNode } from './run-node.ts';

const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');

runNode('scripts/build.mjs');
// Everything is bundled, so no dependency goes in; and there is no public repository yet that README links could point at.
runNode(vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', 'imr-determination.vsix');
