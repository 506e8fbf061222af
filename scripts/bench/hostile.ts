import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

export const WORKS = ['check', 'outline', 'import', 'format', 'keystroke'] as const;
export type Work = (typeof WORKS)[number];

/** What one piece of work on a hostile text takes at each length; null where it wasn't done in time. */
export interface HostileUsage {
  readonly name: string;
  readonly work: Work;
  readonly took: { readonly seconds: readonly number[]; readonly megabytes: number } | null;
}

/** Milliseconds after which a piece of work counts as one that hangs. */
const PATIENCE = 120_000;

const source = fileURLToPath(new URL('./hostile-work.ts', import.meta.url));

/** Does each piece of work on each hostile text whose name holds `only`, a text in a process of its own. */
export async function* measureHostile(only = ''): AsyncGenerator<HostileUsage> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
  const program = path.join(scratch, 'work.cjs');
  try {
    await build({ entryPoints: [source], bundle: true, platform: 'node', format: 'cjs', outfile: program, logLevel: 'error' });
    for (const { name } of HOSTILE_TEXTS) if (name.includes(only)) yield* measureText(program, name);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A process that hangs is ended, and the next one goes on with the work behind. */
async function* measureText(program: string, name: string): AsyncGenerator<HostileUsage> {
  for (let from = 0; from < WORKS.length;) {
    const left = WORKS.slice(from);
    const child = spawn(process.execPath, [program, name, ...left], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout });
    let patience = setTimeout(() => child.kill(), PATIENCE);
    for await (const line of lines) {
      patience = patience.refresh();
      yield { name, work: WORKS[from]!, took: JSON.parse(line) as HostileUsage['took'] };
      from++;
    }
    clearTimeout(patience);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    if (from < WORKS.length) yield { name, work: WORKS[from++]!, took: null };
  }
}
