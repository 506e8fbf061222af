import assert from 'node:assert/strict';
import { daysBetween, findDates, readDate } from '../../server/src/vocabulary/dates.ts';
import { assertFinds } from './marks.ts';

const dates: Record<string, string> = {
  'American dates': 'on [10/21/2016=2016-10-21], [10-19-16=2016-10-19] and [3.4.2017=2017-03-04]',
  'two-digit years of both centuries': '[1/2/49=2049-01-02] [1/2/50=1950-01-02]',
  'months in words': '[October 21, 2016=2016-10-21]; [Oct. 21st, 2016=2016-10-21]; [may 5 2016=2016-05-05]',
  'the day before the month': '[21 October 2016=2016-10-21] and the [2nd of March, 2017=2017-03-02]',
  'ISO dates': '[2016-10-21=2016-10-21]',
  'a leap day, and none where there is none': '[2/29/2016=2016-02-29] 2/29/2017',
  'no impossible dates': '2/30/2016, 13/1/2016, 0/1/2016, 10/0/2016, April 31, 2016',
  'no doses, ranges, scores, codes or phone numbers': '10/325 mg, 5-10, 8/10, 1-2-3-4, 310-555-0123, 1/2/3/4, 10/21-16',
  'a date at the end of a sentence': 'until [3/4/17=2017-03-04].',
};

describe('findDates', () => {
  for (const [name, marked] of Object.entries(dates)) it(`finds ${name}`, () => assertFinds(findDates, marked, (value) => value));
});

describe('readDate', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['10/21/2016', '2016-10-21'], [' October 21, 2016. ', '2016-10-21'], ['on 10/21/2016', null], ['10/21/2016 and 10/22/2016', null], ['', null], ['soon', null],
    ['2016-11-18T00:00:00Z', '2016-11-18'], ['2016-11-18 00:00:00', '2016-11-18'], ['“2016-11-18”', '2016-11-18'], ['2016–11–18', '2016-11-18'], ['18.11.2016', '2016-11-18'], ['18/11/2016', '2016-11-18'], ['2016-13-45', null], ['31.4.2016', null],
  ];
  for (const [text, expected] of cases) it(`reads "${text}" as ${expected}`, () => assert.equal(readDate(text), expected));
});

describe('daysBetween', () => {
  it('counts over the end of a month', () => assert.equal(daysBetween('2016-10-21', '2016-11-01'), 11));
  it('is negative backwards', () => assert.equal(daysBetween('2017-03-01', '2017-02-28'), -1));
  it('is no number for what is no date', () => assert.ok(Number.isNaN(daysBetween('soon', '2017-02-28'))));
});
