import { findSides } from '../../server/src/vocabulary/sides.ts';
import { assertFinds } from './marks.ts';

const cases: Record<string, string> = {
  'plain sides': 'the [left=left] shoulder and [Right=right] knee, [bilateral=bilateral] wrists',
  'sides with "sided"': '[right=right]-sided weakness, [left=left] sided pain',
  'both before a part of the body': '[both=bilateral] knees, [both=bilateral] of his knees, [both=bilateral] upper extremities',
  'no both before anything else': 'both requests, both the surgery and the sling',
  'abbreviations before a part of the body': '[L=left] knee, [R=right] shoulder, [rt=right]. elbow, [Lt=left] hip, [B/L=bilateral] wrists',
  'abbreviations in brackets': 'knee ([R=right]), shoulder ([L=left])',
  'abbreviations behind "on" and before what is written short': '4/5 on the [L=left], SLR on [R=right], [R=right] EHL 4/5, [L=left] L5 root',
  'limbs whose abbreviation holds the side': '[LUE=left], [BLE=bilateral]',
  'no letters by themselves': 'L-spine, R/O fracture, plan R, L4-5, R.I.C.E.',
  'no verb': 'he left the job, left over pills, what is left. She has left, left untreated; left in place',
  'no adverb, claim or angle': 'right away, the right to appeal, all right, right now, a right angle, right decision',
  'sides without a noun': 'worse on the [left=left] than on the [right=right]. Pain to the [left=left], numbness',
  'a side before a verb-like word behind "the"': 'positive on the [left=left] with numbness',
  'no hand that somebody writes with': 'right hand dominant, left-handed, right-hand-dominant',
  'the first word of a pair': '[left=left]/[right=right] knee, [right=right] to [left=left] comparison',
};

describe('findSides', () => {
  for (const [name, marked] of Object.entries(cases)) it(`finds ${name}`, () => assertFinds(findSides, marked, (value) => value));
});
