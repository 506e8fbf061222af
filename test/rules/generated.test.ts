import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { drifted, generate, type Generated } from '../../scripts/docs/generate.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

describe('what is made from the rules', () => {
  let made: Generated;
  before(async () => {
    made = await generate(PROJECT);
  });

  it('is as the rules say (else run `npm run docs`)', () => {
    assert.deepEqual(drifted(PROJECT, made), []);
  });

  it('shows on every page what the editor says', () => {
    for (const [path, page] of made) {
      if (/^docs\/rules\/[a-z]/.test(path)) assert.match(page ?? '', /^> \*\*.+\*\* .+$/m, path);
    }
  });
});
