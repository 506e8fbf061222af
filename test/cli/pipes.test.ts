import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { soundLetter, unknownDecision } from '../lsp/letters.ts';

const IMR = fileURLToPath(new URL('../../bin/imr.js', import.meta.url));

describe('imr with a reader that has gone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-pipe-'));
  before(() => {
    writeFileSync(path.join(folder, 'sound.md'), soundLetter);
    writeFileSync(path.join(folder, 'denied.md'), unknownDecision);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The exit status, and what stderr says, of a run whose output is closed before the first letter is read. */
  async function statusOf(...args: string[]): Promise<{ status: number; said: string }> {
    const child = spawn(process.execPath, [IMR, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
    const [status] = await once(child, 'close') as [number];
    return { status, said };
  }

  const runs: readonly (readonly [name: string, args: readonly string[], status: number])[] = [
    ['errors are found', ['check', 'denied.md'], 1],
    ['nothing is found', ['check', 'sound.md'], 0],
    ['a letter is not ready to sign', ['sign-off', 'denied.md'], 1],
  ];
  for (const [name, args, status] of runs) {
    it(`exits with ${status}, as with one, when ${name}`, async () => assert.deepEqual(await statusOf(...args), { status, said: '' }));
  }
});
