// npm test: everything that this machine can check. Its last line is "N passed, N failed".
// What it leaves out it names; with CI=true whatever is left out has failed.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumPath } from './vscode/chromium.ts';
import { installedVSCode } from './vscode/install.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const ON_CI = process.env['CI'] === 'true';
const IN_VSCODE = 'test/e2e';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

const total = { passed: 0, failed: 0 };
const leftOut: string[] = [];
const failedOnce: string[] = [];

await check('Build', ['scripts/build.mjs']);
await check('Lint', ['node_modules/eslint/bin/eslint.js', '.']);
await check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);
count('unit tests', await mocha('Unit tests', ['test/**/*.test.ts']));
const isPackaged = await check('Package', ['--import', 'tsx', 'scripts/package.ts']);
await inRealVSCode();

for (const file of failedOnce) console.log(`Failed once, and was run again: ${file}`);
for (const part of leftOut) console.log(`Left out: ${part}`);
if (ON_CI) total.failed += leftOut.length;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A step that passes or fails as a whole. Only its failure counts. */
async function check(name: string, args: readonly string[]): Promise<boolean> {
  const { isFine } = await run(name, args);
  if (!isFine) total.failed += 1;
  return isFine;
}

async function mocha(name: string, args: readonly string[]): Promise<Outcome> {
  const { isFine, output } = await run(name, ['node_modules/mocha/bin/mocha.js', ...args]);
  const failed = summary(output, 'failing');
  // It can also die before it counts.
  return { passed: summary(output, 'passing'), failed: failed === 0 && !isFine ? 1 : failed, pending: summary(output, 'pending') };
}

function count(name: string, { passed, failed, pending }: Outcome): void {
  total.passed += passed;
  total.failed += failed;
  if (pending > 0) leftOut.push(`${pending} of ${name}, marked as pending.`);
}

async function inRealVSCode(): Promise<void> {
  const missing = whatVSCodeLacks();
  if (missing) leftOut.push(`the extension in a real VS Code. ${missing}`);
  else for (const file of readdirSync(join(PROJECT, IN_VSCODE)).filter((name) => name.endsWith('.e2e.ts'))) await inVSCode(file);
}

/** A browser, a server and an extension host on a busy machine lose a key now and then: what fails is run once more, and named. */
async function inVSCode(file: string): Promise<void> {
  const name = `The extension in a real VS Code: ${file}`;
  const args = ['--config', `${IN_VSCODE}/.mocharc.json`, `${IN_VSCODE}/${file}`];
  let outcome = await mocha(name, args);
  if (outcome.failed > 0) {
    failedOnce.push(`${IN_VSCODE}/${file}`);
    outcome = await mocha(`${name}, once more`, args);
  }
  count(file, outcome);
}

function whatVSCodeLacks(): string | null {
  if (!isPackaged) return 'There is no package to install.';
  if (!chromiumPath()) return 'No Chromium was found; install one, or name it in CHROMIUM_PATH.';
  try {
    installedVSCode(console.log);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** "12 passing" → 12. */
function summary(output: string, word: string): number {
  return Number(new RegExp(`^ +(\\d+) ${word}\\b`, 'm').exec(stripVTControlCharacters(output))?.[1] ?? 0);
}

function run(name: string, args: readonly string[]): Promise<{ isFine: boolean; output: string }> {
  console.log(`\n── ${name}`);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.once('error', fail);
    child.once('close', (status) => done({ isFine: status === 0, output }));
  });
}
