// `npm run bench`: what a keystroke costs beside a server that does nothing, and a folder of letters beside a program that only parses them. Times
// hang on the machine and on what else it does; the ratios hardly do. `npm run bench -- hostile [WORDS]`: hostile texts alone, or those named so.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureBatch } from './bench/batch.ts';
import { measureHostile, WORKS, type HostileUsage } from './bench/hostile.ts';
import { benchLetter, typingPlace } from './bench/letter.ts';
import { measureServer, type MeasuredServer } from './bench/measured-server.ts';

const sizes = [7_000, 27_000, 247_000];
const edits = 200;
const LETTERS_IN_BATCH = 200;
const NEXT_TO_NO_TIME = 0.3;

const built = fileURLToPath(new URL('../dist/server/main.cjs', import.meta.url));
const nullServer = fileURLToPath(new URL('./bench/null-server.ts', import.meta.url));

if (!existsSync(built)) {
  process.stderr.write('The server is not built yet. Run npm run build first.\n');
  process.exit(2);
}

const [asked, only] = process.argv.slice(2);
if (asked === 'hostile') {
  await printHostile(only);
  process.exit(0);
}

print(['letter', 'server', 'start', 'open', 'key p50', 'ratio', 'p95', 'p99', `burst of ${edits}`, 'memory MB']);
for (const bytes of sizes) await measureLetter(bytes);
process.stdout.write('\n');
printBatches();
process.stdout.write('\n');
await printHostile();

async function measureLetter(bytes: number): Promise<void> {
  const letter = benchLetter(bytes);
  const commands = { 'does nothing': [process.execPath, '--import', 'tsx', nullServer], imr: [process.execPath, built, '--stdio'] };
  const servers: MeasuredServer[] = [];
  for (const [name, command] of Object.entries(commands)) servers.push(await measureServer(name, command, letter, typingPlace(letter)));
  const times = (await interleavedKeystrokes(servers)).map((keys) => keys.sort((one, other) => one - other));
  for (const [at, server] of servers.entries()) {
    const keys = times[at]!;
    const burst = await server.burst(edits);
    print([
      `${Math.round(letter.length / 1000)} kB`, server.name,
      // The one that does nothing starts through a compiler; its start says nothing.
      server.name === 'imr' ? server.startTime : null,
      server.openTime, quantile(keys, 0.5), at === 0 ? null : ratio(quantile(keys, 0.5), quantile(times[0]!, 0.5)), quantile(keys, 0.95), quantile(keys, 0.99), burst, server.memory(),
    ]);
    server.stop();
  }
}

/** One keystroke for each server in turn, so that the machine's other work hits all alike. */
async function interleavedKeystrokes(servers: readonly MeasuredServer[]): Promise<number[][]> {
  const times: number[][] = servers.map(() => []);
  for (let key = -20; key < edits; key++) {
    for (const [at, server] of servers.entries()) {
      const time = await server.keystroke();
      if (key >= 0) times[at]!.push(time);
    }
  }
  return times;
}

/** Twice, the second time with four times as many letters: memory that grows with them shows in the ratio. */
function printBatches(): void {
  print(['letters', 'MB', 'check, s', 'parse, s', 'ratio', 'memory MB'].map(String));
  const batches = [LETTERS_IN_BATCH, LETTERS_IN_BATCH * 4].map(measureBatch);
  for (const { letters, megabytes, check, parse } of batches) {
    print([String(letters), megabytes.toFixed(1), check.seconds, parse.seconds, ratio(check.seconds, parse.seconds), check.megabytes]);
  }
  const [few, many] = batches;
  if (few && many) process.stdout.write(`\nFour times the letters take ${ratio(many.check.megabytes, few.check.megabytes)} the memory.\n`);
}

/**
 * How much more time each piece of work takes when a text is twice as long: the worse of both doublings, where the longer takes any time to
 * speak of. 2 is linear.
 */
async function printHostile(only?: string): Promise<void> {
  process.stdout.write(`${'hostile text'.padEnd(42)}${WORKS.map((work) => work.padStart(16)).join('')}\n`);
  let name = '';
  for await (const { name: next, took } of measureHostile(only)) {
    if (next !== name) process.stdout.write(`${name === '' ? '' : '\n'}${(name = next).padEnd(42)}`);
    process.stdout.write(growth(took).padStart(16));
  }
  process.stdout.write('\n');
}

function growth(took: HostileUsage['took']): string {
  if (!took) return 'hangs';
  const [once = 0, twice = 0, longest = 0] = took.seconds;
  const doublings = [[twice, once], [longest, twice]].filter(([longer = 0]) => longer >= NEXT_TO_NO_TIME);
  const worst = doublings.length === 0 ? '-' : `${Math.max(...doublings.map(([longer = 0, shorter = 0]) => longer / Math.max(shorter, 0.02))).toFixed(1)} x`;
  return `${worst} ${longest.toFixed(1)} s`;
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(1)} x`;
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}

function print(cells: readonly (string | number | null)[]): void {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell ?? '-'));
  process.stdout.write(`${texts.map((text, at) => (at < 2 ? text.padEnd(13) : text.padStart(13))).join('')}\n`);
}
