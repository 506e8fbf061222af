import { item } from './arbitrary-letter.ts';
import type { Choose } from './choose.ts';
import type { DecisionWord, Era, ItemSpec, Layout, Patient, Request } from './letter-spec.ts';
import { REGIONS } from './letter-words.ts';
import { inSentence, request } from './requests.ts';
import { lineOf, nothingCited } from './sources.ts';

interface Place {
  readonly layout: Layout;
  readonly era: Era;
  readonly patient: Patient;
  /** The parent's. */
  readonly number: number;
  readonly region: string;
}

const SURGICAL = [
  'Associated surgical service: Physical therapy, 12 visits', 'Associated surgical service: Cold therapy unit, 7 day rental', 'Associated surgical service: Crutches', 'Pre-operative medical clearance',
  'Assistant surgeon', 'Post-operative physical therapy, 12 visits', 'Associated surgical service: Post-operative sling',
];
const OF_DEVICE = ['Delivery of the', 'Installation of the', 'Electrodes for the'];

/** An operation with what goes with it, or a device with its delivery. */
export function dependantsOf(choose: Choose, place: Place): ItemSpec[] {
  const { era, patient, number, region } = place;
  const decision = choose.oneOf<DecisionWord>(['Upheld', 'Overturned', 'Upheld']);
  if (choose.inPercent(70)) {
    const parent = item(choose, request(choose, 'surgery', era, [region], []), era, patient, decision);
    return [parent, ...choose.some(SURGICAL, choose.whole(1, 2)).map((words) => dependant(choose, words, parent, decision, place))];
  }
  const words = `TENS unit for the ${REGIONS[region]?.words[0] ?? region}`;
  const asked: Request = { kind: 'equipment', words, region, regionWords: REGIONS[region]?.words[0] ?? region, side: null, quantity: null, drug: null, level: null, source: 'chronic-pain' };
  const parent = item(choose, asked, era, patient, decision);
  return [parent, dependant(choose, `${choose.oneOf(OF_DEVICE)} TENS unit`, parent, decision, { ...place, number })];
}

export function dependant(choose: Choose, words: string, parent: ItemSpec, decision: DecisionWord, { layout, era, patient, number }: Place): ItemSpec {
  const surgical = parent.request.kind === 'surgery';
  const request: Request = { kind: 'dependant', words, region: null, regionWords: null, side: null, quantity: null, drug: null, level: null, source: 'none' };
  const stated = layout === 'draft' && choose.inPercent(35);
  const postsurgical = surgical && era !== '2020' && decision === 'Overturned';
  return {
    request,
    title: words,
    decision,
    claimsAdministrator: nothingCited('The Claims Administrator'),
    reviewer: postsurgical ? lineOf('Postsurgical Treatment 2009') : nothingCited('The Expert Reviewer'),
    rationale: {
      guideline: '',
      facts: decision === 'Overturned' ? [`It serves this ${patient.noun} in the first weeks at home.`] : [],
      conclusion: dependence(choose, surgical ? choose.oneOf(['requested surgery', 'proposed surgical procedure', 'requested operation']) : 'TENS unit', number, decision, words),
      after: '',
    },
    parents: [number],
    dependsOn: stated ? choose.oneOf([`item ${number}`, `question ${number}`]) : null,
  };
}

/** "As the requested surgery is not medically necessary, …". */
export function dependence(choose: Choose, parent: string, number: number, decision: DecisionWord, words: string): string {
  const not = decision === 'Upheld' ? 'not ' : '';
  const numbered = choose.oneOf(['', ` in question ${number}`]);
  const cause = choose.oneOf([`As the ${parent}${numbered} is ${not}medically necessary`, `Since the ${parent} was ${not}certified${numbered === '' ? '' : `, in question ${number}, above`}`, `Because the ${parent} is ${not}medically necessary`]);
  return `${cause}, the request for ${inSentence(words.replace(/^Associated surgical service: /, ''))} is ${decision === 'Upheld' ? 'likewise not' : 'also'} medically necessary.`;
}
