// npm run mutation -- [FILES…]: changes the program a little at a time, in each file that is named, and sees whether a test notices. Without files: all
// rules, the vocabulary and the guidelines, which takes a night. Prints what no test noticed, and the share that one did. Words are left as they are: what
// is said is looked at by eye and held by the tests of messages.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';

const PROJECT = resolve(import.meta.dirname, '..');
const REPORTS = join(PROJECT, 'build/mutation');
const STRYKER = join(PROJECT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const RULES = 'server/src/rules';
/** What is sought, and the tests by which it is held. A rule has its own cases and examples. */
const PARTS = [
  { folder: 'server/src/vocabulary', tests: () => ['test/vocabulary/*.test.ts', 'test/language/*.test.ts'] },
  { folder: 'server/src/guidelines', tests: () => ['test/guidelines/*.test.ts'] },
  { folder: RULES, tests: (file: string) => ['-g', `"(^| )${basename(file, '.ts')}( |$)"`, 'test/rules/cases.test.ts', 'test/rules/examples.test.ts', 'test/rules/messages.test.ts', 'test/rules/figures.test.ts'] },
] as const;
/** A rule's page and its examples stand above the first of these. */
const LOGIC = /^ {2}(?:messages|about|check|weighsNoFigures)\b/m;

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

const named = process.argv.slice(2).map((file) => relative(PROJECT, resolve(file)));
const files = named.length > 0 ? named : PARTS.flatMap(({ folder }) => programsIn(folder));
const total = { noticed: 0, all: 0 };
mkdirSync(REPORTS, { recursive: true });
for (const file of files) tell(file, mutantsOf(file));
console.log(`\n${total.noticed} of ${total.all} changes were noticed: ${share(total.noticed, total.all)}`);

/** Files of a part; of rules only those that stand in the folder of a family. */
function programsIn(folder: string): string[] {
  const all = readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return all.filter((name) => folder !== RULES || (name.includes('/') && !/^(?:common|engine)\//.test(name))).sort().map((name) => join(folder, name));
}

function mutantsOf(file: string): readonly Mutant[] {
  const part = PARTS.find(({ folder }) => file.startsWith(folder));
  if (!part) throw new RangeError(`${file} is no rule, vocabulary or guideline.`);
  const report = join(REPORTS, `${basename(file, '.ts')}.json`);
  const config = join(REPORTS, 'stryker.json');
  rmSync(report, { force: true });
  writeFileSync(config, JSON.stringify(configOf(file, part.tests(file), report)));
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', config], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`Stryker ended with ${status} on ${file}; do its tests pass by themselves?`);
  return Object.values((JSON.parse(readFileSync(report, 'utf8')) as { files: Record<string, { mutants: Mutant[] }> }).files).flatMap(({ mutants }) => mutants);
}

function configOf(file: string, tests: readonly string[], report: string): object {
  return {
    testRunner: 'command', commandRunner: { command: `node node_modules/mocha/bin/mocha.js --bail --reporter dot ${tests.join(' ')}` },
    mutate: [`${file}:${logicOf(file)}`], mutator: { excludedMutations: ['StringLiteral'] }, coverageAnalysis: 'off', concurrency: 1, timeoutMS: 120_000,
    reporters: ['json'], jsonReporter: { fileName: report }, tempDirName: 'build/stryker', ignorePatterns: ['build', 'dist', '.vscode-server', 'test/e2e', '*.vsix'],
    disableTypeChecks: false, allowEmpty: true, logLevel: 'error',
  };
}

/** From what a rule looks at to the end of its file; all of any other file. */
function logicOf(file: string): string {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  const at = file.startsWith(RULES) ? LOGIC.exec(text)?.index ?? 0 : 0;
  return `${text.slice(0, at).split('\n').length}-${text.split('\n').length}`;
}

function tell(file: string, mutants: readonly Mutant[]): void {
  const counted = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survived = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  total.all += counted.length;
  total.noticed += counted.length - survived.length;
  console.log(`${file}: ${counted.length - survived.length} of ${counted.length}, ${share(counted.length - survived.length, counted.length)}`);
  for (const { location: { start }, mutatorName, replacement = '' } of survived) console.log(`  ${start.line}:${start.column} ${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'nothing to change' : `${((100 * part) / whole).toFixed(0)} %`;
}
