import assert from 'node:assert/strict';
import { remember, REMEMBERED } from '../../server/src/markdown/remember.ts';

describe('what is remembered of texts', () => {
  it('is what a fresh reading gives, however many came between, and the same object while it is among the latest', () => {
    const read = remember((text) => [...text].reverse().join(''));
    const seen = remember((text) => ({ text }));
    const first = seen('first');
    for (let i = 0; i < 5 * REMEMBERED; i++) {
      const text = `sentence ${i % (REMEMBERED + i)}`;
      assert.equal(read(text), [...text].reverse().join(''));
      if (i < REMEMBERED) seen(text);
    }
    assert.equal(seen('first'), first);
  });

  it('takes bounded memory, the oldest going first', () => {
    let count = 0;
    const read = remember(() => ++count);
    for (let i = 0; i <= 2 * REMEMBERED; i++) read(`sentence ${i}`);
    assert.equal(read(`sentence ${2 * REMEMBERED}`), 2 * REMEMBERED + 1);
    assert.notEqual(read('sentence 0'), 1);
  });
});
