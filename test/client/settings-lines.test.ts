import assert from 'node:assert/strict';
import { isUnderRules, ruleAt, severitiesBehind } from '../../client/src/settings-lines.ts';

const lines = (text: string): string[] => text.split('\n');

describe('the lines of a settings file', () => {
  for (const [text, expected] of [
    ['rules:\n  ', true], ['rules: # ours\n  date-order: off\n  ', true], ['phrases: []\nrules:\n\n  d', true], ['rules:\n  date-order: off\nlabels:\n  ', false], ['rules:\n', false],
    ['  ', false], ['rules: {}\n  ', false],
  ] as const) it(`${JSON.stringify(text)} ${expected ? 'is' : 'is not'} below rules`, () => assert.equal(isUnderRules(lines(text)), expected));

  it('name a rule', () => {
    const at = (character: number): string | null => ruleAt(lines('rules:\n  date-order: off'), '  date-order: off', character);
    assert.deepEqual([at(1), at(2), at(12), at(15)], [null, 'date-order', 'date-order', null]);
    assert.equal(ruleAt(lines('labels:\n  rationale: []'), '  rationale: []', 5), null);
  });

  it('have a severity behind the rule', () => {
    assert.equal(severitiesBehind('  date-order: o')?.[0], 'off');
    assert.equal(severitiesBehind('  date-or'), null);
  });
});
