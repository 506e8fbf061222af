import assert from 'node:assert/strict';
import { betweenMessages, inSlices } from '../../server/src/lsp/input-queue.ts';
import type { Sliced } from '../../server/src/markdown/sliced.ts';

/** Longer than a slice of work that somebody waits for. */
const LONG = 30;

function* slow(pieces: number): Sliced<string> {
  for (let piece = 0; piece < pieces; piece++) {
    const end = performance.now() + LONG;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

describe('work that nobody waits for', () => {
  it('rests while somebody waits for other work, and goes on behind it', async () => {
    let steps = 0;
    const done = new Promise<void>((resolve) => {
      betweenMessages((function* () {
        steps++;
        yield;
        resolve();
      })(), 0);
    });
    assert.equal(await inSlices(slow(4), () => true), 'done');
    assert.equal(steps, 0);
    await done;
    assert.equal(steps, 1);
  });
});
