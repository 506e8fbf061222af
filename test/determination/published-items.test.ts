import assert from 'node:assert/strict';
import { letters } from '../fixtures/letters.ts';
import { outline, readLetter } from './read-letter.ts';

const of2016 = letters.filter(({ name }) => name.startsWith('clean-2014-on'));
const of2013 = letters.filter(({ name }) => name.startsWith('clean-2013-14'));

const FACTS_2016 = {
  'case-number': 'CM16-9100202', 'date-assigned': '2016-12-08', 'date-of-injury': '2014-04-19', 'decision-date': '2017-01-11',
  'ur-denial-date': '2016-11-03', priority: 'Standard', 'application-received': '2016-11-21',
};
const TITLES_2016 = [
  'Magnetic resonance imaging of the lumbar spine without contrast',
  'Physical therapy for the lumbar spine, 12 visits was the original request. Physical therapy for the lumbar spine, 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy for the lumbar spine, 8 visits is',
  'Hydrocodone 10/325 mg, ninety count',
];

describe('a published letter of 2014 and later', () => {
  for (const { name, text, kind } of of2016) {
    describe(name, () => {
      const letter = readLetter(text, kind);
      it('is known by its table', () => {
        assert.equal(letter.layout, '2014-on');
        assert.deepEqual(Object.fromEntries([...letter.facts].map(([key, { value }]) => [key, value])), FACTS_2016);
      });
      it('has its items, with titles that wrap and decisions that stand alone', () => {
        assert.deepEqual(outline(letter).map(({ title }) => title), TITLES_2016);
        assert.deepEqual(outline(letter).map(({ decision }) => decision), ['Overturned', 'Upheld', 'Upheld']);
      });
      it('has no page footer in its words', () => {
        for (const item of outline(letter)) assert.doesNotMatch(Object.values(item).join(' '), /Final Determination Letter|\f/);
      });
      it('has guideline lines that end where they end', () => {
        assert.equal(outline(letter)[1]?.reviewer, 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine.');
        assert.match(outline(letter)[1]?.rationale ?? '', /^The chronic pain guidelines advise .* 8 visits, is not medically necessary\.$/);
      });
    });
  }
});

describe('a published letter of 2013 and 2014', () => {
  for (const { name, text, kind } of of2013) {
    it(`has its items: ${name}`, () => {
      const letter = readLetter(text, kind);
      assert.equal(letter.layout, '2013-14');
      assert.deepEqual(outline(letter).map(({ title, decision }) => `${title}: ${decision}`), [
        'Cervical traction unit for home use: Upheld', 'Massage chair for the neck and shoulders: Upheld', 'Delivery of the massage chair: Upheld',
      ]);
      assert.deepEqual(letter.dependencies.map(({ item, parent, reason }) => ({ item, parent, reason })), [{ item: 3, parent: 2, reason: 'numbered' }]);
      assert.deepEqual(letter.sections.map((section) => section.name), ['how-determination-was-made', 'clinical-case-summary', 'issues-decisions-and-rationales']);
    });
  }
});

describe('a published letter of 2013', () => {
  const letter = readLetter([
    'Notice of Independent Medical Review Determination', 'Dated: 8/12/2013', 'CASE SUMMARY', 'The worker fell from a ladder.', 'DOCUMENTS REVIEWED', '- Application',
    '1) Regarding the request for a wooden walking cane:', 'The Claims Administrator based its decision on the ACOEM Guidelines, Chapter 13, Knee Complaints.',
    'The Expert Reviewer based his/her decision on the ACOEM Guidelines, Chapter 13, Knee Complaints, page 340.',
    'Rationale for the Decision:', 'The gait is steady. The request for a wooden walking cane is not medically necessary and appropriate.',
    '2) Regarding the request for a back brace:', 'The Expert Reviewer relied on the ACOEM Guidelines, Chapter 12, Low Back Complaints.',
    'Rationale for the Decision:', 'The injury is a week old. The request for a back brace is medically necessary and appropriate.',
  ].join('\n\n'), 'plaintext');

  it('has the items that it numbers, decided by their last sentence', () => {
    assert.equal(letter.layout, '2013-first');
    assert.deepEqual(outline(letter).map(({ title, decision }) => `${title}: ${decision}`), ['a wooden walking cane: Upheld', 'a back brace: Overturned']);
  });
  it('has guideline lines that stand in sentences', () => {
    assert.match(outline(letter)[0]?.reviewer ?? '', /^The Expert Reviewer based .* page 340\.$/);
    assert.match(outline(letter)[1]?.reviewer ?? '', /^The Expert Reviewer relied on .* Low Back Complaints\.$/);
  });
});

const HEAD = 'IMR ISSUES, DECISIONS AND RATIONALES\n\n';
const CASES: readonly { readonly name: string; readonly text: string; readonly titles: readonly string[] }[] = [
  { name: 'no blank line between an item and the next', text: 'Cane: Upheld\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\nDecision rationale: The gait is steady. A cane is not medically necessary.\nCrutches: Overturned\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n', titles: ['Cane', 'Crutches'] },
  { name: 'a colon in the last words of a rationale', text: 'Cane: Upheld\n\nMAXIMUS guideline: None.\n\nDecision rationale: There is one question: is the gait steady? It is.\n\nCrutches: Upheld\n\nMAXIMUS guideline: None.\n', titles: ['Cane', 'Crutches'] },
  { name: 'a page break within a title', text: 'A wooden walking cane for the left\n\fFinal Determination Letter for IMR Case Number CM16-0000001   3\n\nhand: Upheld\n\nMAXIMUS guideline: None.\n', titles: ['A wooden walking cane for the left hand'] },
  { name: 'a rationale line that ends in a decision word', text: 'Cane: Upheld\n\nMAXIMUS guideline: None.\n\nDecision rationale: The denial was at first\nupheld\nand then looked at again. The cane is not medically necessary.\n', titles: ['Cane'] },
  { name: 'stars and hashes, which mean nothing here', text: '# 2 cane * wooden: Upheld\n\nMAXIMUS guideline: None.\n', titles: ['# 2 cane * wooden'] },
];

describe('items in plain text', () => {
  for (const { name, text, titles } of CASES) {
    it(`are told apart: ${name}`, () => assert.deepEqual(outline(readLetter(HEAD + text, 'plaintext')).map(({ title }) => title), titles));
  }
});
