// `npm run bench`: what a keystroke costs, next to a server that does nothing, and how fast `imr check` reads.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchLetter, typingPlace } from './bench/letter.ts';
import { measureServer, type MeasuredServer } from './bench/measured-server.ts';

const sizes = [7_000, 27_000, 247_000];
const edits = 200;
const lettersInBatch = 200;

const built = fileURLToPath(new URL('../dist/server/main.cjs', import.meta.url));
const commandLine = fileURLToPath(new URL('../bin/imr.js', import.meta.url));
const nullServer = fileURLToPath(new URL('./bench/null-server.ts', import.meta.url));

if (!existsSync(built)) {
  process.stderr.write('The server is not built yet. Run npm run build first.\n');
  process.exit(2);
}

print(['letter', 'server', 'start', 'open', 'key p50', 'p95', 'p99', `burst of ${edits}`, 'memory MB']);
for (const bytes of sizes) await measureLetter(bytes);
measureBatch();

async function measureLetter(bytes: number): Promise<void> {
  const letter = benchLetter(bytes);
  const commands = { 'does nothing': [process.execPath, '--import', 'tsx', nullServer], imr: [process.execPath, built, '--stdio'] };
  const servers: MeasuredServer[] = [];
  for (const [name, command] of Object.entries(commands)) servers.push(await measureServer(name, command, letter, typingPlace(letter)));
  const times = await interleavedKeystrokes(servers);
  for (const [at, server] of servers.entries()) {
    const keys = times[at]!.sort((one, other) => one - other);
    const burst = await server.burst(edits);
    print([
      `${Math.round(letter.length / 1000)} kB`, server.name,
      // The one that does nothing starts through a compiler; its start says nothing.
      server.name === 'imr' ? server.startTime : null,
      server.openTime, quantile(keys, 0.5), quantile(keys, 0.95), quantile(keys, 0.99), burst, server.memory(),
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

function measureBatch(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
  try {
    const letter = benchLetter(12_000);
    for (let number = 0; number < lettersInBatch; number++) writeFileSync(path.join(folder, `letter-${number}.md`), letter);
    const began = performance.now();
    spawnSync(process.execPath, [commandLine, 'check', '--format', 'ndjson', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    const seconds = (performance.now() - began) / 1000;
    const megabytes = letter.length * lettersInBatch / 1e6;
    process.stdout.write(`\nimr check: ${lettersInBatch} letters, ${megabytes.toFixed(1)} MB in ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(1)} MB/s with start-up\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}

function print(cells: readonly (string | number | null)[]): void {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell ?? '-'));
  process.stdout.write(`${texts.map((text, at) => (at < 2 ? text.padEnd(13) : text.padStart(13))).join('')}\n`);
}
