#!/usr/bin/env node
// The command line is bundled into dist/; this file only finds it.
import { existsSync } from 'node:fs';
import module from 'node:module';

const bundle = new URL('../dist/cli/imr.js', import.meta.url);

if (existsSync(bundle)) {
  // Node 22 and later keep the compiled bundle between runs.
  module.enableCompileCache?.();
  await import(bundle.href);
} else {
  process.stderr.write('imr is not built yet. Run npm run build first.\n');
  process.exitCode = 2;
}
