// npm run docs: writes what is made from the rules: their list, their pages, their settings in the manifest and in the schema.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadRules, rulesModule } from './docs/load-rules.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const RULES = join(PROJECT, 'server/src/rules');

// First the list of rules, from their files: what makes the rest imports it, and it may still name a rule that is gone.
writeFileSync(join(RULES, 'rules.ts'), rulesModule(await loadRules(RULES)));
const { drifted, generate } = await import('./docs/generate.ts');
const made = await generate(PROJECT);
for (const path of drifted(PROJECT, made)) {
  const file = join(PROJECT, path);
  const text = made.get(path);
  if (typeof text === 'string') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else rmSync(file);
  console.log(`${typeof text === 'string' ? 'wrote' : 'removed'} ${path}`);
}
