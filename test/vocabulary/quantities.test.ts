import assert from 'node:assert/strict';
import { comparable, findQuantities, type Quantity } from '../../server/src/vocabulary/quantities.ts';
import { assertFinds } from './marks.ts';

/** Kind, values and unit in one word: "duration 6..8 week", with a question mark where the unit is assumed. */
const show = ({ kind, values, range, unit, assumed }: Quantity) => `${kind} ${values.join(range ? '..' : '/')} ${unit}${assumed ? '?' : ''}`;

const cases: Record<string, string> = {
  'counts': '[#60=count 60 ], [# 90=count 90 ], [qty 30=count 30 ], [quantity of 40=count 40 ], [60 tablets=count 60 tablet], [two (2) patches=count 2 patch]',
  'counts of times': '[times 12=count 12 times], [x 12=count 12 times], [x8=count 8 times], [×2=count 2 times]',
  'sessions': '[12 sessions=sessions 12 session], [8 visits=sessions 8 session], [two (2) sessions=sessions 2 session], [twenty-four visits=sessions 24 session], [two dozen visits=sessions 24 session], a [dozen visits=sessions 12 session], [12-18 sessions=sessions 12..18 session]',
  'sessions of something': '[Twelve physical therapy sessions=sessions 12 session], [6 additional visits=sessions 6 session]',
  'frequency and duration': '[2 times a week=frequency 2 week] for [6 weeks=duration 6 week]; [3 times per week=frequency 3 week] times [4 weeks=duration 4 week]',
  'ranges of both': '[2-3 times a week=frequency 2..3 week] for [6-8 weeks=duration 6..8 week] ([24 sessions=sessions 24 session])',
  'the same in words': '[two to three times a week=frequency 2..3 week] for [six to eight weeks=duration 6..8 week]',
  'two bare numbers': '[2x=frequency 2 week?][6=duration 6 week?]; [1 times=frequency 1 week?] [8=duration 8 week?]; [2 x=frequency 2 week?] [6 weeks=duration 6 week]',
  'a frequency with a bare number behind': '[2x/week=frequency 2 week] x [6=duration 6 week?]',
  'frequencies in words': '[twice a day=frequency 2 day], [once daily=frequency 1 day], [three times weekly=frequency 3 week], [BID=frequency 2 day], every [6 hours=frequency 1 6 hours]',
  'durations': '[30 day=duration 30 day] rental, [6 months=duration 6 month], [14 days=duration 14 day], [one month=duration 1 month] supply, [15 mins=duration 15 minute]',
  'doses': '[10/325 mg=dose 10/325 mg], [7.5mg=dose 7.5 mg], [.5 mg=dose 0.5 mg], [1,000 mg=dose 1000 mg], [150 mcg/hr=dose 150 mcg/hr], [25mg/ml=dose 25 mg/ml], [121gm=dose 121 g], [10mg/325mg=dose 10/325 mg]',
  'percents': '[75 percent=percent 75 %], [5%=percent 5 %], [4%=percent 4 %]-[27.5%=percent 27.5 %]',
  'refills': 'with [one refill=refills 1 refill], [2 refills=refills 2 refill], [refills: 3=refills 3 refill], [no refills=refills 0 refill]',
  'a count and refills behind it': '[#30=count 30 ] x [2 refills=refills 2 refill]',
  'nothing in ages, dates, scores and sizes': '48 year old, 48-year-old, 10-19-16, 10/21/2016, 8/10 pain, 6 months ago, 3 in 1 commode, 4 x 4 cm',
  'nothing in years and plain numbers': '2009 Chronic Pain Treatment, one of the two, page 12, 5/5 strength',
};

const quantity = (kind: Quantity['kind'], unit: string): Quantity => ({ kind, values: [1], range: false, unit });

describe('findQuantities', () => {
  for (const [name, marked] of Object.entries(cases)) it(`finds ${name}`, () => assertFinds(findQuantities, marked, show));
});

describe('comparable', () => {
  const pairs: readonly (readonly [string, Quantity, Quantity, boolean])[] = [
    ['sessions with a bare count', quantity('sessions', 'session'), quantity('count', ''), true],
    ['sessions with so many times', quantity('sessions', 'session'), quantity('count', 'times'), true],
    ['weeks with weeks', quantity('duration', 'week'), quantity('duration', 'week'), true],
    ['no weeks with months', quantity('duration', 'week'), quantity('duration', 'month'), false],
    ['no tablets with a bare count of visits', quantity('sessions', 'session'), quantity('count', 'tablet'), false],
    ['no doses with counts', quantity('dose', 'mg'), quantity('count', ''), false],
  ];
  for (const [name, a, b, expected] of pairs) {
    it(`compares ${name}`, () => assert.deepEqual([comparable(a, b), comparable(b, a)], [expected, expected]));
  }
});
