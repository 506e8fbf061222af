import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Generated } from '../../scripts/docs/generate.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

describe('what is made from the rules', () => {
  let made: Generated;
  let changed: readonly string[];

  before(async () => {
    // Imported as late as it imports the rules: else the catalogue is there twice, and its guidelines aren't the same objects.
    const { drifted, generate } = await import('../../scripts/docs/generate.ts');
    made = await generate(PROJECT);
    changed = drifted(PROJECT, made);
  });

  it('is as the rules say (else run `npm run docs`)', () => assert.deepEqual(changed, []));

  it('shows on every page what the editor says', () => {
    for (const [path, page] of made) {
      if (/^docs\/rules\/[a-z]/.test(path)) assert.match(page ?? '', /^> \*\*.+\*\* .+$/m, path);
    }
  });
});
