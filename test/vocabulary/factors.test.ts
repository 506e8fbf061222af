import { findFactors, type Factor } from '../../server/src/vocabulary/factors.ts';
import { assertFinds } from './marks.ts';

const show = ({ value, unit, per, vague, times, sign }: Factor) =>
  `${vague ? '?' : ''}${times ? 'x' : ''}${sign ? '#' : ''}${Math.round(value * 100) / 100} ${unit ?? '-'}${per ? ` a ${per}` : ''}`;

const cases: Record<string, string> = {
  'amounts a day and a week': '[six hours a day=6 hour a day], [five days a week=5 day a week] for [four weeks=4 week]',
  'times': '[twice weekly=2 time a week] over [six weeks=6 week], [once nightly=1 time a day], [3 times per week=3 time a week]',
  'tablets with their times': '[two tabs t.i.d=6 piece a day], [one capsule three times a day=3 piece a day], [one tab q6h=4 piece a day]',
  'hours of a prescription': '[every six hours=4 time a day], [q 8 hours=3 time a day], [every other day=0.5 time a day], [every two weeks=0.5 time a week]',
  'doses': '[10 mg=10 mg] [six times a day=6 time a day], [1,650 mg of naproxen daily=1650 mg a day]',
  'strengths of tablets': '[Six tablets=6 piece a day] of acetaminophen [325 mg a day=325 mg a piece]',
  'two bare numbers': '[3=3 time a week]x[6=x6 week], [2x/week=2 time a week] x [6 weeks=x6 week], [2 x week=2 time a week] x [4 weeks=x4 week]',
  'sessions of so many hours': '[ten sessions=10 session] of [4 hours apiece=4 hour a session]',
  'bare numbers, counts and ranges': '[8=8 -], #[60=#60 -], quantity of [120=#120 -], [2-3 times a week=?2 time a week]',
  'working days': '[eight hours daily=8 hour a day], [Monday through Friday=5 day a week]',
};

describe('findFactors', () => {
  for (const [name, marked] of Object.entries(cases)) it(`finds ${name}`, () => assertFinds((text) => [...findFactors(text)], marked, show));
});
