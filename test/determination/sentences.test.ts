import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../server/src/determination/sentences.ts';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Sentences between bars. */
const CASES: readonly (readonly [string, string])[] = [
  ['two sentences', 'The knee locks.|It swells.'],
  ['a title before a name', 'Dr. Ames saw her.|Mr. Bell did not.'],
  ['an initial', 'The test of J. Lachman was done.|It was negative.'],
  ['a number', 'Take no. 5 of the list.|Then go on.'],
  ['“No.” as an answer', 'Is it stable? No.|The knee gives way.'],
  ['a decimal', 'The dose is 7.5 mg.|It was 2.5 before.'],
  ['pages and chapters', 'See p. 46 and ch. 12 of it.|Then decide.'],
  ['abbreviations of scholars', 'It helps (i.e. it works, cf. Ames et al. 2009).|So it may.'],
  ['a quotation that ends in a full stop', 'He said “it hurts.”|She agreed.'],
  ['a question', 'Why a brace?|Nobody says.'],
  ['dots that trail off', 'It may help... and it may not.|Who knows.'],
  ['no full stop at the end', 'The knee locks.|The request is denied'],
  ['two spaces', 'The knee locks.|It swells.'],
  ['levels of the spine', 'Discs bulge at L4-5 vs. L5-S1.|Both are mild.'],
];

describe('the sentences of a text', () => {
  for (const [name, marked] of CASES) {
    it(`end where they should: ${name}`, () => {
      const expected = marked.split('|').flatMap((part) => (name === '“No.” as an answer' ? part.split(/(?<=\?) /) : [part]));
      assert.deepEqual(sentences(marked.replaceAll('|', name === 'two spaces' ? '  ' : ' ')), expected);
    });
  }

  it('end before a typed bullet', () => {
    assert.deepEqual(sentences('• Pain of 5/10 • MRI: a bulge • the review denied the brace'), ['Pain of 5/10', 'MRI: a bulge', 'the review denied the brace']);
  });

  it('are pieces where none ends, at a blank if there is one', () => {
    const words = 'the knee is stable and '.repeat(2000);
    const pieces = sentences(words);
    assert.ok(pieces.length > 10 && pieces.every((piece) => piece.length <= 4000 && /^(?:the|knee|is|stable|and) /.test(piece)));
    assert.equal(pieces.join(' '), words.trim());
    assert.ok(sentences('\u{1F600}'.repeat(6000)).every((piece) => !/[\uD800-\uDBFF]$/.test(piece)));
  });

  it('hold all words of any text, in their order', () => {
    const text = fc.array(fc.constantFrom('Dr', 'no', 'a', 'B', '. ', '.', '? ', ' ', '5', '”', ')', '\n'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (words) => {
      assert.equal(sentences(words).join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
    }), { numRuns: 200 });
  });
});
