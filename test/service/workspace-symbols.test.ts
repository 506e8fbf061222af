import assert from 'node:assert/strict';
import { itemSymbols, matchingSymbols } from '../../server/src/service/workspace-symbols.ts';
import { draft, letterOf } from './letter.ts';

const symbols = itemSymbols(letterOf(draft('### Left knee brace (custom): Upheld\n\n### Post-operative therapy\n')));

describe('workspace symbols', () => {
  it('are the items with their case and decision', () => {
    assert.deepEqual(symbols.map(({ name, containerName }) => [name, containerName]), [
      ['1. Left knee brace (custom)', 'CM16-9000001 · Upheld'], ['2. Post-operative therapy', 'CM16-9000001 · no decision'],
    ]);
  });
  const cases: Readonly<Record<string, readonly [query: string, numbers: readonly string[]]>> = {
    'are found by nothing, all of them': ['', ['1.', '2.']],
    'are found by the beginnings of words in any order': ['bra kn', ['1.']],
    'are found by the case': ['cm16-9000001', ['1.', '2.']],
    'are found by the decision': ['upheld', ['1.']],
    'are found behind a hyphen or bracket': ['oper', ['2.']],
    'are not found by the middle of a word': ['race', []],
  };
  for (const [name, [query, numbers]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(matchingSymbols(symbols, query).map((symbol) => symbol.name.slice(0, 2)), numbers));
  }
});
