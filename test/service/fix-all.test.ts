import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Applicability, Finding } from '../../server/src/rules/engine/rule.ts';
import { applyEdits, fixAll } from '../../server/src/service/fix-all.ts';

/** Finds every occurrence of a word, with a fix that replaces it. */
function replacing(words: Readonly<Record<string, string>>, applicability: Applicability = 'safe'): (text: string) => Finding[] {
  return (text) => Object.entries(words).flatMap(([word, newText]) => [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
    const span = { start: index, end: index + word.length };
    return { ruleId: 'test', messageId: 'test', data: {}, severity: 'error', message: word, span, related: [], fixes: [{ title: 'Replace', applicability, edits: [{ span, newText }] }] };
  }));
}

describe('fixAll', () => {
  const cases: readonly [string, string, (text: string) => Finding[], string, number][] = [
    ['applies every safe fix', 'a b a', replacing({ a: 'x' }), 'x b x', 2],
    ['applies what a fix uncovers', 'a', replacing({ a: 'b', b: 'c' }), 'c', 2],
    ['leaves suggestions to the reviewer', 'a b', replacing({ a: 'x' }, 'suggestion'), 'a b', 0],
    ['applies one of two fixes for the same words, then looks again', 'abc', replacing({ ab: 'x', bc: 'y' }), 'xc', 1],
    ['keeps Windows line ends', 'a\r\nb\r\n', replacing({ b: 'x\ny' }), 'a\r\nx\r\ny\r\n', 1],
    ['keeps single line feeds', 'a\nb', replacing({ b: 'x\ny' }), 'a\nx\ny', 1],
    ['stops where two fixes undo each other', 'a', replacing({ a: 'b', b: 'a' }), 'a', 10],
  ];
  for (const [name, text, check, expected, applied] of cases) {
    it(name, () => {
      const fixed = fixAll(text, check);
      assert.deepEqual([fixed.text, fixed.applied], [expected, applied]);
      assert.deepEqual(fixed.findings, check(fixed.text));
    });
  }

  it('applies the first fix of each finding of the rules that are named, suggestions too, and none with a blank', () => {
    const check = replacing({ a: 'x', b: '[[y]]' }, 'suggestion');
    assert.deepEqual([fixAll('a b a', check, check('a b a'), ['test']).text, fixAll('a b a', check, check('a b a'), ['other']).text], ['x b x', 'a b a']);
  });

  it('is done: what it gives, it gives again', () => {
    const check = replacing({ aa: 'a', bc: 'c' });
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 8 }), (text) => {
      const { text: fixed } = fixAll(text, check);
      assert.equal(fixAll(fixed, check).text, fixed);
    }));
  });
});

describe('applyEdits', () => {
  it('takes the edits in any order', () => {
    const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
    assert.equal(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, ''), edit(2, 2, '-')]), 'b-cdEf');
  });
});
