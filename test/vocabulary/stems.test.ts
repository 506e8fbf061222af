import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stemOf } from '../../server/src/vocabulary/stems.ts';

const FAMILIES: readonly (readonly string[])[] = [
  ['psychologist', 'psychological', 'psychologically', 'psychology'],
  ['radiograph', 'radiographic', 'radiographed', 'radiography'],
  ['discogram', 'discography'],
  ['evaluation', 'evaluated', 'evaluate', 'evaluating'],
  ['injection', 'injected', 'inject'],
  ['fitted', 'fitting', 'fit'],
  ['fusion', 'fused'],
  ['admission', 'admitted'],
  ['detoxification', 'detoxified'],
  ['counseling', 'counselling', 'counselled'],
  ['measurement', 'measured'],
  ['orthosis', 'orthotic'],
];
const STRANGERS: readonly (readonly [string, string])[] = [['walker', 'walk'], ['medication', 'meditation'], ['cast', 'case'], ['splint', 'splice']];

describe('the stem of a word', () => {
  for (const family of FAMILIES) it(`is the same for ${family.join(', ')}`, () => assert.deepEqual(new Set(family.map(stemOf)).size, 1, family.map(stemOf).join(' ')));
  for (const [one, other] of STRANGERS) it(`is another for ${one} and ${other}`, () => assert.notEqual(stemOf(one), stemOf(other)));
});
