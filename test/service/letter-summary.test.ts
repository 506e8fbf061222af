import assert from 'node:assert/strict';
import type { CitedGuideline } from '../../protocol/summary.ts';
import { letterSummary } from '../../server/src/service/letter-summary.ts';
import { letters } from '../fixtures/letters.ts';
import { draft, letterOf } from './letter.ts';

const item = (title: string, reviewer: string, claimsAdministrator = 'None cited.') =>
  `### ${title}\n\n**Claims Administrator guideline:** ${claimsAdministrator}\n\n**MAXIMUS guideline:** ${reviewer}\n\n**Decision rationale:** None.\n\n`;
const knee = 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';

const cited: readonly { readonly name: string; readonly items: string; readonly expected: Partial<CitedGuideline> }[] = [
  {
    name: 'a guideline is listed once, with all its items and sections',
    items: item('Knee brace: Upheld', knee) + item('Knee MRI: Upheld', knee.replace('Special Studies', 'Surgical Considerations'), knee),
    expected: { name: 'Knee Complaints 2004', reviewer: [1, 2], claimsAdministrator: [2], sections: ['Special Studies', 'Surgical Considerations'], fit: 'yes' },
  },
  {
    name: 'an edition that was not in force is said to be the wrong one, and which was right',
    items: item('Norco: Upheld', 'Decision based on MTUS Chronic Pain Medical Treatment 2009.'),
    expected: {
      fit: 'no', edition: 'In force from 2009-07-18 to 2016-07-28.',
      fitWords: 'It was no longer in force at the UR denial of 2016-11-18. Chronic Pain Medical Treatment 2016 was.',
    },
  },
  {
    name: 'a guideline that the catalogue doesn’t have keeps the letter’s words, and nothing is said of its days',
    items: item('Knee brace: Upheld', 'Decision based on MTUS Kneecap Wisdom 1999.'), expected: { name: 'MTUS Kneecap Wisdom 1999', fit: 'unknown', edition: null },
  },
  {
    name: 'the ODG has no edition to be in force',
    items: item('Knee brace: Upheld', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg, Braces.'),
    expected: { name: 'ODG Knee & Leg', fit: 'none', edition: null },
  },
];

const dated = (dates: string) => letterSummary(letterOf(`---\ncase-number: CM16-9000001\n${dates}\n---\n\n${item('Knee brace: Upheld', knee)}`)).dates;

describe('the letter summary', () => {
  for (const { name, items, expected } of cited) {
    it(name, () => {
      const [found] = letterSummary(letterOf(draft(items))).citations;
      assert.ok(found);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key as keyof CitedGuideline]])), expected);
    });
  }

  it('puts what the reviewer rests on before what only the claims administrator cites', () => {
    const items = item('Norco: Upheld', 'None cited.', 'Decision based on MTUS Opioids 2016.') + item('Knee brace: Upheld', knee);
    assert.deepEqual(letterSummary(letterOf(draft(items))).citations.map(({ reviewer }) => reviewer), [[2], []]);
  });

  it('says where a guideline is cited first', () => {
    const { citations } = letterSummary(letterOf(draft(item('Knee brace: Upheld', knee))));
    assert.deepEqual(citations.map(({ range }) => range.start), [{ line: 11, character: 41 }]);
  });

  it('knows what a decision means, and a word that means none', () => {
    const items = ['Upheld', 'overturned', 'Denied', '[[Upheld or Overturned]]'].map((word) => item(`Knee brace: ${word}`, knee)).join('');
    assert.deepEqual(letterSummary(letterOf(draft(items))).items.map(({ value }) => value), ['Upheld', 'Overturned', null, null]);
  });

  it('counts the days from date to date, and those of a date that comes too early', () => {
    const dates = dated('date-of-injury: 2016-01-10\nur-denial-date: 2016-03-01\napplication-received: 2016-02-28\ndecision-date: soon');
    assert.deepEqual(dates.map(({ name, value, days }) => [name, value, days]), [
      ['Injury', '2016-01-10', null], ['UR denial', '2016-03-01', 51], ['Application', '2016-02-28', -2], ['Assigned', null, null], ['Decision', 'soon', null],
    ]);
  });

  it('passes over a date that is missing', () => {
    assert.deepEqual(dated('date-of-injury: 2016-01-10\ndecision-date: 2016-01-20').map(({ days }) => days), [null, null, null, null, 10]);
  });

  for (const letter of letters) {
    it(`finds decisions, guidelines and dates in ${letter.name}`, () => {
      const { items, citations, dates } = letterSummary(letterOf(letter.text, letter.kind));
      assert.ok(items.every(({ value }) => value !== null));
      assert.ok(citations.some(({ reviewer, fit }) => reviewer.length > 0 && fit !== 'no'));
      assert.ok(dates.every(({ days }) => days === null || days > 0));
    });
  }
});
