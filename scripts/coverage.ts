// npm run coverage -- [TESTS…]: which lines and branches of the program the unit tests run, by layer, and the files with the most branches that no test
// takes. A whole run fails where a layer has fewer than it had. Servers and commands that the tests start are counted as well, so it takes several times as
// long as the tests alone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');
const REPORT = join(PROJECT, 'build/coverage');
const FEW = 25;
/** Percent of a layer's branches that the unit tests take at least: raise it with each test that is added, and never lower it. Other layers: none yet. */
const LEAST: Readonly<Record<string, number>> = {
  protocol: 77, markdown: 87, vocabulary: 81, language: 91, guidelines: 84, snippets: 82, determination: 81, rules: 82, settings: 88, service: 87, assistant: 83, letter: 91,
};

const tests = process.argv.slice(2);

interface Count {
  readonly total: number;
  readonly covered: number;
}

interface Covered {
  readonly lines: Count;
  readonly branches: Count;
}

const { status } = spawnSync(process.execPath, [
  'node_modules/c8/bin/c8.js', '--include', 'server/src/**/*.ts', '--include', 'protocol/**/*.ts', '--reporter', 'json-summary', '--reporter', 'html', '--reports-dir', REPORT,
  process.execPath, 'node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--timeout', '120000', ...(tests.length > 0 ? tests : ['test/**/*.test.ts']),
], { cwd: PROJECT, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const { total: _, ...files } = JSON.parse(readFileSync(join(REPORT, 'coverage-summary.json'), 'utf8')) as Record<string, Covered>;
const layers = [...new Set(Object.keys(files).map(layerOf))].sort();
for (const layer of layers) {
  const covered = Object.entries(files).filter(([file]) => layerOf(file) === layer).map(([, each]) => each);
  const branches = share(covered.map((each) => each.branches));
  const tooFew = tests.length === 0 && branches < (LEAST[layer] ?? 0);
  if (tooFew) process.exitCode = 1;
  console.log(`${layer.padEnd(16)} lines ${percent(share(covered.map(({ lines }) => lines)))}, branches ${percent(branches)}${tooFew ? `, fewer than ${LEAST[layer]} %` : ''}`);
}
console.log(`\nMost branches that no test takes (all of them in ${relative(PROJECT, join(REPORT, 'index.html'))}):`);
const untested = Object.entries(files).map(([file, { branches: { total, covered } }]) => ({ file, missed: total - covered, total }));
for (const { file, missed, total } of untested.sort((one, other) => other.missed - one.missed).slice(0, FEW)) console.log(`${String(missed).padStart(4)} of ${total} ${relative(PROJECT, file)}`);

function layerOf(file: string): string {
  const [top, , layer = ''] = relative(PROJECT, file).split('/');
  return top === 'server' ? layer : top ?? '';
}

function share(counts: readonly Count[]): number {
  const sum = (of: (count: Count) => number) => counts.reduce((all, count) => all + of(count), 0);
  return (100 * sum(({ covered }) => covered)) / Math.max(1, sum(({ total }) => total));
}

function percent(value: number): string {
  return `${value.toFixed(1).padStart(5)} %`;
}
