import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchLetter } from './letter.ts';

const commandLine = fileURLToPath(new URL('../../bin/imr.js', import.meta.url));
const parseFolder = fileURLToPath(new URL('./parse-folder.mjs', import.meta.url));
const usage = new URL('./usage.mjs', import.meta.url).href;
const BYTES = 12_000;

/** What a program took: seconds of processor time, and the most memory that it held, in MB. */
export interface Usage {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What one folder of letters costs `imr check`, and a program that only parses them. */
export interface BatchUsage {
  readonly letters: number;
  /** Of all letters together. */
  readonly megabytes: number;
  readonly check: Usage;
  readonly parse: Usage;
}

/** Checks that many fictional letters of 12 kB by one worker, with all rules. Throws where a program can't be started. */
export function measureBatch(letters: number): BatchUsage {
  const scratch = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
  const report = path.join(scratch, 'usage.json');
  const folder = mkdtempSync(path.join(scratch, 'letters-'));
  try {
    let bytes = 0;
    for (let number = 0; number < letters; number++) {
      const letter = benchLetter(BYTES, number + 1);
      bytes += letter.length;
      writeFileSync(path.join(folder, `letter-${number}.md`), letter);
    }
    return {
      letters, megabytes: bytes / 1e6,
      check: usageOf([commandLine, 'check', '--jobs', '1', '--no-config', '--format', 'ndjson', folder], report), parse: usageOf([parseFolder, folder], report),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function usageOf(program: readonly string[], report: string): Usage {
  const { error } = spawnSync(process.execPath, ['--import', usage, ...program], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, IMR_BENCH_USAGE: report } });
  if (error) throw error;
  return JSON.parse(readFileSync(report, 'utf8')) as Usage;
}
