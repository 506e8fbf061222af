import type fc from 'fast-check';
import { chosen, type Choose } from './choose.ts';
import { dependantsOf } from './dependants.ts';
import type { DecisionWord, Era, Head, ItemSpec, Layout, LetterSpec, Patient, RationaleSpec, Request } from './letter-spec.ts';
import { CONCLUSIONS, criteriaFact, DRUGS, FACTS, fill, GUIDELINE_SENTENCES, REGION_FACTS, REGIONS, TAPER_NOTES } from './letter-words.ts';
import { partialTitle, withQuantity } from './quantities.ts';
import { slashed } from './render.ts';
import { INDEPENDENT_KINDS, inSentence, request } from './requests.ts';
import { lineOf, namesOf, nothingCited, odgWords, outsideLine, sourceWords } from './sources.ts';

const HEADS: Readonly<Record<Era, readonly Head[]>> = {
  2014: [{ caseNumber: 'CM14-9000017', injury: '2012-03-14', denial: '2014-02-10', application: '2014-02-24', assigned: '2014-03-12', decision: '2014-04-08' }],
  2017: [
    { caseNumber: 'CM17-9000021', injury: '2014-04-19', denial: '2017-02-01', application: '2017-02-15', assigned: '2017-03-02', decision: '2017-03-29' },
    { caseNumber: 'CM16-9000022', injury: '2015-09-02', denial: '2016-11-03', application: '2016-11-21', assigned: '2016-12-08', decision: '2017-01-11' },
  ],
  2020: [{ caseNumber: 'CM20-9000023', injury: '2018-06-05', denial: '2020-02-14', application: '2020-02-27', assigned: '2020-03-10', decision: '2020-04-02' }],
};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A letter without a fault. */
export function arbitraryLetter(layouts: readonly Layout[] = ['draft', '2014-on', '2013-14']): fc.Arbitrary<LetterSpec> {
  return chosen((choose) => letter(choose, choose.oneOf(layouts)));
}

function letter(choose: Choose, layout: Layout): LetterSpec {
  const era = layout === '2013-14' ? '2014' : choose.oneOf<Era>(['2017', '2017', '2017', '2014', '2020']);
  const head = choose.oneOf(HEADS[era]);
  const patient: Patient = { sex: choose.oneOf(['male', 'female']), age: choose.whole(24, 66), noun: choose.oneOf(['worker', 'patient', 'claimant']) };
  const items = itemsOf(choose, layout, era, patient);
  return {
    layout, era, head, patient, items,
    listed: layout === 'draft' && choose.inPercent(70) ? choose.some(items.map(listedWords), items.length) : null,
    parts: ['made', 'summary', 'decisions'],
    made: [
      'The complete case file was sent to a physician reviewer.', 'He/she has no tie to the employer, the employee, the providers or the claims administrator.',
      'The physician reviewer is licensed to practice in California and has been in active practice for more than five years.',
    ],
    summary: summary(choose, head, patient, items),
  };
}

/** Of a partly authorised request the list names what remains. */
function listedWords({ request: { words } }: ItemSpec): string {
  return words;
}

function itemsOf(choose: Choose, layout: Layout, era: Era, patient: Patient): ItemSpec[] {
  const regions = choose.some(Object.keys(REGIONS), 5);
  const drugs = distinctClasses(choose);
  const items: ItemSpec[] = [];
  const count = choose.whole(1, 3);
  for (let i = 0; i < count; i++) {
    const kind = choose.oneOf(INDEPENDENT_KINDS);
    const asked = request(choose, kind, era, [regions[i] ?? 'knee'], [drugs[i] ?? 'naproxen']);
    if (items.some(({ request: { words } }) => words.replace(/ing$/, '').slice(0, 12) === asked.words.replace(/ing$/, '').slice(0, 12))) continue;
    items.push(item(choose, asked, era, patient));
  }
  if (choose.inPercent(45)) items.push(...dependantsOf(choose, { layout, era, patient, number: items.length + 1, region: regions[4] ?? 'knee' }));
  return items;
}

/** Drugs no two of which belong to the same class. */
function distinctClasses(choose: Choose): string[] {
  const keys = choose.some(Object.keys(DRUGS), Object.keys(DRUGS).length);
  return keys.filter((key, i) => !keys.slice(0, i).some((before) => DRUGS[before]?.className === DRUGS[key]?.className));
}

/** An item that stands on its own. */
export function item(choose: Choose, asked: Request, era: Era, patient: Patient, decision: DecisionWord = choose.oneOf(['Upheld', 'Overturned'])): ItemSpec {
  const partial = asked.quantity && asked.quantity.form !== 'weekly' && choose.inPercent(25) ? partly(asked) : null;
  const request = partial?.request ?? asked;
  const outside = request.source === 'odg';
  const source = outside ? '' : sourceWords(era, request.source, request, choose);
  return {
    request,
    title: partial?.title ?? asked.words,
    decision,
    claimsAdministrator: outside || choose.inPercent(15) ? nothingCited('The Claims Administrator') : lineOf(source),
    reviewer: outside ? outsideLine(odgWords(request)) : lineOf(source),
    rationale: rationale(choose, request, era, patient, decision),
    parents: [],
    dependsOn: null,
  };
}

function partly(asked: Request): { readonly request: Request; readonly title: string } | null {
  const { quantity } = asked;
  if (!quantity) return null;
  const authorized = quantity.form === 'visits' || quantity.form === 'sessions' ? 2 : 15;
  const base = asked.words.slice(0, asked.words.length - withQuantity('', quantity).length);
  const remaining = { ...quantity, number: quantity.number - authorized };
  return {
    request: { ...asked, quantity: remaining, words: withQuantity(base, remaining) },
    title: partialTitle(base, quantity.form, quantity.number, authorized, remaining.number),
  };
}

/** A rationale that agrees with the decision. */
export function rationale(choose: Choose, request: Request, era: Era, patient: Patient, decision: DecisionWord): RationaleSpec {
  const facts = choose.some(FACTS[decision], choose.whole(1, 2)).map((fact) => fill(fact, patient));
  const ofRegion = request.regionWords && choose.inPercent(60) ? [fill(choose.oneOf(REGION_FACTS[decision]), patient, { R: part(request) })] : [];
  const drug = request.drug && DRUGS[request.drug.key];
  const criteria = decision === 'Overturned' ? criteriaFact(request.words) : null;
  return {
    guideline: guidelineSentence(choose, request, era),
    facts: [...(criteria === null ? [] : [fill(criteria, patient)]), ...facts, ...ofRegion],
    conclusion: conclusion(choose, request, decision),
    after: drug?.tapered && decision === 'Upheld' ? choose.oneOf(TAPER_NOTES) : '',
  };
}

export function guidelineSentence(choose: Choose, request: Request, era: Era): string {
  const said = fill(choose.oneOf(GUIDELINE_SENTENCES[request.kind]), { sex: 'male', age: 0, noun: '' }, {
    G: choose.oneOf(namesOf(request.source, era)), C: request.drug ? DRUGS[request.drug.key]?.className ?? '' : '',
  });
  return request.source === 'odg' ? `${choose.oneOf(['The MTUS does not address this device.', 'The MTUS is silent on this device.'])} ${said}` : said;
}

export function part({ side, regionWords }: Pick<Request, 'side' | 'regionWords'>): string {
  return `${side ? `${side} ` : ''}${regionWords ?? ''}`;
}

/** The request as a conclusion names it: whole, without its figure, or a drug by its other name. */
export function concludedWords(choose: Choose, { words, quantity, drug }: Request): string {
  const known = drug && DRUGS[drug.key];
  const base = quantity && choose.inPercent(30) ? words.slice(0, words.length - withQuantity('', quantity).length) : words;
  const other = known?.names.find((name) => name !== drug?.name);
  return inSentence(drug && other && choose.inPercent(30) ? base.replace(drug.name, other) : base);
}

export function conclusion(choose: Choose, request: Request, decision: DecisionWord): string {
  return choose.oneOf(CONCLUSIONS[decision]).replace('{X}', concludedWords(choose, request));
}

function summary(choose: Choose, { injury, denial }: Head, patient: Patient, items: readonly ItemSpec[]): string[] {
  const parts = [...new Set(items.flatMap(({ request }) => (request.regionWords ? [part(request)] : [])))];
  return [
    fill(`The injured worker is a ${patient.age}-year-old ${patient.sex} who was injured on ${written(choose, injury)} at work.`, patient),
    fill(`{He} reports ${parts.length > 0 ? `pain of the ${parts.join(' and of the ')}` : 'pain at the end of the day'}.`, patient),
    ...choose.some([
      fill('{He} takes part in a program of exercise at home.', patient), fill('{His} sleep is broken by pain.', patient), 'Heat and rest were tried in the first weeks.',
      'Films of last year were read as normal for age.', 'Work with light duties was resumed in the second month.',
    ], choose.whole(1, 3)),
    `Utilization review denied the ${items.length === 1 ? 'request' : 'requests'} on ${written(choose, denial)}.`,
  ];
}

function written(choose: Choose, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return choose.oneOf([slashed(date), `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`]);
}
