// npm run corpus -- DIR [--since COMMIT] [--rule ID]…: what every rule finds in a folder of letters, each finding with the sentence that
// it stands on, and what was gained and lost since a commit, which is the last one if none is named. For whoever changes a rule:
// finished letters have few faults, so most of what is gained there is a false alarm.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../server/src/rules/rules.ts';
import { checkFolder } from './corpus/check-folder.ts';
import { compareFindings, type CorpusFinding } from './corpus/compare.ts';
import { printByRule, printChanges } from './corpus/print.ts';
import { checkFolderAt } from './corpus/version.ts';

const PROJECT = resolve(import.meta.dirname, '..');

const { values: { since, rule: named }, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { since: { type: 'string', default: 'HEAD' }, rule: { type: 'string', multiple: true, default: [] } },
});
if (folder === undefined) {
  console.error('Usage: npm run corpus -- DIR [--since COMMIT] [--rule ID]…');
  process.exit(2);
}

const quiet = rules.filter(({ id, offByDefault }) => offByDefault === true && !named.includes(id)).map(({ id }) => id);
const { letters, items, findings } = checkFolder(folder);
printByRule(asked(findings), quiet);
console.log(`${letters} letters, ${items} items, ${asked(findings).length} findings`);
try {
  const before = await checkFolderAt(since, folder, PROJECT);
  printChanges(compareFindings(asked(before.findings), asked(findings)), since);
} catch (error) {
  console.error(`Nothing to compare with: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** The findings of the rules that were named; of all where none was. */
function asked(all: readonly CorpusFinding[]): readonly CorpusFinding[] {
  return named.length > 0 ? all.filter(({ ruleId }) => named.includes(ruleId)) : all;
}
