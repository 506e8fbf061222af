// npm run corpus -- DIR [--baseline FILE] [--update] [--rule ID]…: what every rule finds in a folder of letters, each finding with the
// sentence that it stands on, and what was gained and lost since the baseline was stored. For whoever changes a rule: finished
// letters have few faults, so most of what is gained there is a false alarm.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFindings, type CorpusFinding } from './corpus/baseline.ts';
import { checkFolder } from './corpus/check-folder.ts';
import { printByRule, printChanges } from './corpus/print.ts';

const PROJECT = resolve(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    baseline: { type: 'string', default: resolve(PROJECT, 'build/corpus.json') },
    update: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true, default: [] },
  },
});
const folder = positionals[0];
if (folder === undefined) {
  console.error('Usage: npm run corpus -- DIR [--baseline FILE] [--update] [--rule ID]…');
  process.exit(2);
}

const { letters, items, findings } = checkFolder(folder);
const shown = values.rule.length > 0 ? findings.filter(({ ruleId }) => values.rule.includes(ruleId)) : findings;
printByRule(shown);
console.log(`${letters} letters, ${items} items, ${shown.length} findings`);

const before = readBaseline(values.baseline);
if (before) {
  const compared = values.rule.length > 0 ? before.filter(({ ruleId }) => values.rule.includes(ruleId)) : before;
  printChanges(compareFindings(compared, shown));
}
if (values.update || !before) {
  mkdirSync(dirname(values.baseline), { recursive: true });
  writeFileSync(values.baseline, `${JSON.stringify(findings, null, 1)}\n`);
  console.log(`Stored as the baseline: ${values.baseline}`);
}

function readBaseline(file: string): CorpusFinding[] | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CorpusFinding[];
  } catch {
    return null;
  }
}
