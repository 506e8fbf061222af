import assert from 'node:assert/strict';
import { readCaseFact } from '../../server/src/service/case-facts.ts';
import { newLetter } from '../../server/src/service/new-letter.ts';
import { plainSnippet } from '../../server/src/service/plain-snippet.ts';
import { readRequestedItems, type RequestedItem } from '../../server/src/service/requested-items.ts';
import { letterOf } from './letter.ts';

const lines: readonly { name: string; line: string; expected: Partial<RequestedItem> }[] = [
  { name: 'a request as it is', line: 'MRI of the right knee', expected: { title: 'MRI of the right knee', partial: null, dependsOn: null } },
  { name: 'a bullet', line: '- Walking cane', expected: { title: 'Walking cane' } },
  { name: 'a number before it', line: '2) Walking cane', expected: { title: 'Walking cane' } },
  { name: 'but not a quantity before it', line: '12 visits of physical therapy', expected: { title: '12 visits of physical therapy' } },
  {
    name: 'a count in brackets', line: 'Norco 10/325 mg #120 (#60 authorized)',
    expected: { title: 'Norco 10/325 mg #120', partial: { authorized: 'Norco 10/325 mg #60', remaining: 'Norco 10/325 mg #60' } },
  },
  {
    name: 'a bare number', line: 'Norco 10/325 mg #120 (90 approved)',
    expected: { partial: { authorized: 'Norco 10/325 mg #90', remaining: 'Norco 10/325 mg #30' } },
  },
  {
    name: 'visits behind "of which"', line: 'Physical therapy, 12 visits, of which 4 visits were authorised.',
    expected: { title: 'Physical therapy, 12 visits', partial: { authorized: 'Physical therapy, 4 visits', remaining: 'Physical therapy, 8 visits' } },
  },
  {
    name: 'numbers in words', line: 'Acupuncture, twelve visits; six visits certified',
    expected: { title: 'Acupuncture, twelve visits', partial: { authorized: 'Acupuncture, 6 visits', remaining: 'Acupuncture, 6 visits' } },
  },
  {
    name: 'who authorized it', line: 'Acupuncture, 12 visits - 6 visits authorized by the claims administrator',
    expected: { partial: { authorized: 'Acupuncture, 6 visits', remaining: 'Acupuncture, 6 visits' } },
  },
  {
    name: 'partly authorized, and how much', line: 'Chiropractic care, 10 sessions, partly authorised: 4 sessions',
    expected: { title: 'Chiropractic care, 10 sessions', partial: { authorized: 'Chiropractic care, 4 sessions', remaining: 'Chiropractic care, 6 sessions' } },
  },
  { name: 'partly authorized, and no more', line: 'Home health aide (partially certified)', expected: { title: 'Home health aide', partial: { authorized: null, remaining: null } } },
  {
    name: 'an authorized part without a figure', line: 'Left knee arthroscopy with chondroplasty (arthroscopy authorized)',
    expected: { title: 'Left knee arthroscopy with chondroplasty', partial: { authorized: 'arthroscopy', remaining: null } },
  },
  {
    name: 'the words of a published title',
    line: 'Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #35 is',
    expected: { title: 'Norco #60', partial: { authorized: 'Norco #25', remaining: 'Norco #35' } },
  },
  { name: 'certified as something else', line: 'Evaluation by a certified hand therapist', expected: { title: 'Evaluation by a certified hand therapist', partial: null } },
  { name: 'what it depends on', line: 'Cold therapy unit (depends on item 1)', expected: { title: 'Cold therapy unit', dependsOn: [1] } },
  { name: 'several that it depends on', line: 'Installation of kits, depends on items 1 and 2', expected: { title: 'Installation of kits', dependsOn: [1, 2] } },
  { name: 'an associated service', line: 'Associated surgical service: Crutches', expected: { title: 'Associated surgical service: Crutches', dependsOn: [] } },
];

describe('a line of the list of requests', () => {
  for (const { name, line, expected } of lines) {
    it(`holds ${name}`, () => {
      const [item, ...others] = readRequestedItems(line);
      assert.equal(others.length, 0);
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(item?.[key as keyof RequestedItem], value, key);
    });
  }

  it('may stand among blank ones', () => {
    assert.deepEqual(readRequestedItems('\r\n 1. Walking cane\r\n\r\n 2. Knee brace \n').map(({ title }) => title), ['Walking cane', 'Knee brace']);
  });
});

const facts = { 'case-number': 'CM16-9000007', 'ur-denial-date': '2016-11-18', specialty: 'Occupational Medicine' };
const items = [
  'Right shoulder arthroscopy with subacromial decompression',
  'Norco 10/325 mg #120 (#60 authorized)',
  'Associated surgical service: Cold therapy unit',
].join('\n');

describe('a new letter', () => {
  it('holds what is known of the case', () => {
    const text = plainSnippet(newLetter({ facts, items }));
    assert.match(text, /^---\ncase-number: CM16-9000007\ndate-of-injury: \[\[YYYY-MM-DD\]\]\nur-denial-date: 2016-11-18\n/);
    assert.match(text, /\nspecialty: Occupational Medicine\ndisputed-items:\n {2}- Right shoulder/);
  });

  it('is read as the items that were asked for, none left out and none too many', () => {
    const { determination, findings } = letterOf(plainSnippet(newLetter({ facts, items })));
    assert.deepEqual(determination.items.map(({ reading }) => reading.partial?.remaining ?? reading.title.text), [
      'Right shoulder arthroscopy with subacromial decompression', 'Norco 10/325 mg #60', 'Associated surgical service: Cold therapy unit',
    ]);
    assert.deepEqual(determination.listed?.length, 3);
    assert.deepEqual(determination.dependencies.map(({ item, parent }) => [item, parent]), [[3, 1]]);
    const unfinished = new Set(['placeholder-left', 'unknown-decision', 'missing-decision', 'missing-guideline', 'missing-conclusion', 'missing-rationale']);
    assert.deepEqual(findings.filter(({ ruleId, severity }) => severity === 'error' && !unfinished.has(ruleId)).map(({ message }) => message), []);
  });

  it('writes what a request depends on', () => {
    const text = newLetter({ facts: {}, items: 'Left knee arthroscopy\nCold therapy unit (depends on item 1)' });
    assert.match(plainSnippet(text), /### Cold therapy unit: [^\n]+\n\n\*\*Depends on:\*\* item 1\n\n\*\*Claims/);
  });

  it('numbers its tab stops once each, in the order of the text', () => {
    const stops = [...newLetter({ facts: {}, items }).matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
    assert.deepEqual(stops, stops.map((_, index) => index + 1));
  });

  it('without a request has one to fill in, the same in the list and in the heading', () => {
    const text = newLetter({ facts: {}, items: '' });
    assert.equal(text.split('${1:[[requested treatment]]}').length, 3);
    assert.equal(letterOf(plainSnippet(text)).determination.items.length, 1);
  });

  it('keeps signs that mean something to YAML and to snippets', () => {
    const odd = 'TENS unit: $50 rental {30 days}, #1 "E-stim"';
    const { determination } = letterOf(plainSnippet(newLetter({ facts: {}, items: odd })));
    assert.deepEqual([determination.listed?.[0]?.text, determination.items[0]?.reading.title.text], [odd, odd]);
  });
});

describe('a fact of the case', () => {
  const cases = [
    { name: 'an American date', key: 'date-of-injury', text: '10/21/2016', expected: { value: '2016-10-21' } },
    { name: 'a date in words', key: 'decision-date', text: ' October 21, 2016 ', expected: { value: '2016-10-21' } },
    { name: 'a case number without its hyphen', key: 'case-number', text: 'cm16 0246487', expected: { value: 'CM16-0246487' } },
    { name: 'a number of another kind', key: 'case-number', text: 'A 17/4', expected: { value: 'A 17/4' } },
    { name: 'a specialty', key: 'specialty', text: 'Pain  Medicine', expected: { value: 'Pain Medicine' } },
  ] as const;
  for (const { name, key, text, expected } of cases) it(`may be ${name}`, () => assert.deepEqual(readCaseFact(key, text), expected));

  it('is no case number with a figure too few', () => assert.ok('problem' in readCaseFact('case-number', 'cm16 234567')));
  it('is no date that no calendar has', () => assert.ok('problem' in readCaseFact('date-assigned', '2016-02-31')));
});
