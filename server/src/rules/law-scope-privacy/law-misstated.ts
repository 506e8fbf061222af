import { mayCallMtusSilent } from '../../determination/argument/mtus-silence.ts';
import type { ItemReading } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { statementsIn, type PlacedStatement } from '../../determination/statements.ts';
import { inForceOn } from '../../guidelines/in-force.ts';
import type { Guideline } from '../../guidelines/guideline.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { clauseOf, hasWord, mentionsOf } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { urDenialDate } from '../common/citations.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';
import times from './legal-times.json' with { type: 'json' };

/** Days after a guideline took effect in which requests of before are still decided by either edition. */
const BAND = 14;

export const lawMisstated = defineRule({
  id: 'law-misstated',
  family: 'law-scope-privacy',
  scope: 'item',
  severity: 'warning',
  summary: 'What a rationale says of the law is so: what is presumed correct, what is exempt, who bears the burden, what times it sets, and which guideline was in force.',
  why: 'The MTUS alone is presumed correct; ODG and studies weigh what their evidence weighs. A drug that is exempt on the MTUS drug list needs no prospective review, and is reviewed for medical necessity all the same; opioids are not exempt. A guideline governs from the day it was adopted.',
  sources: [{ title: 'Labor Code 4604.5' }, { title: '8 CCR 9792.21.1' }, { title: 'Labor Code 4610(k), 4610.5(h), 4610.6(h): how long a denial stands, and the times for a request and an appeal' }, { title: '8 CCR 9792.27.1 to 9792.27.23, the formulary' }],
  leavesAlone: [
    'What utilization review or the provider is said to argue, conditions, and quotations.',
    'Words that deny the same (“ODG is not presumed correct”, “non-exempt”).',
    'A newer guideline of ACOEM where the rationale says that the MTUS is silent or rebutted, or the line cites sources outside of it.',
    'A guideline without a year in the rationale, and within 14 days of its first day.',
  ],
  examples: {
    valid: ['### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** Naproxen is exempt from prospective review. No benefit is recorded after a year. Therefore, naproxen is not medically necessary.'],
    invalid: [{ draft: '### Wheelchair rental: Upheld\n\n**Decision rationale:** The MTUS is silent on wheelchairs. ⟦ODG is presumed to be correct⟧, and the gait is steady. Therefore, the wheelchair is not medically necessary.' }],
  },
  messages: {
    presumption: ({ item }: { item: number }) =>
      `${itemName(item)} calls a source outside of the MTUS presumed correct. Only the MTUS is (Labor Code 4604.5): say what the source holds for this patient.`,
    exempt: ({ item }: { item: number }) =>
      `${itemName(item)} takes an exempt drug for one that can’t be denied. It needs no prospective review, but it must be medically necessary: say whether it is.`,
    conclusive: ({ item }: { item: number }) =>
      `${itemName(item)} says that the MTUS can’t be rebutted. Its presumption is rebuttable (Labor Code 4604.5): say what it holds for this patient.`,
    mustGoOn: ({ item }: { item: number }) =>
      `${itemName(item)} says that the law forbids to stop the treatment. It asks only whether the treatment is medically necessary: say whether it is.`,
    bound: ({ item }: { item: number }) =>
      `${itemName(item)} says that the review has to follow somebody else’s opinion. It decides anew, by the evidence (Labor Code 4610.6): say what the record shows.`,
    burden: ({ item }: { item: number }) =>
      `${itemName(item)} lays the burden on the payer. The MTUS is presumed correct until the evidence weighs against it (Labor Code 4604.5): say what the record shows for the treatment.`,
    appeal: ({ item }: { item: number }) =>
      `${itemName(item)} names another place for an appeal than the law does. A determination is appealed to the Workers’ Compensation Appeals Board (Labor Code 4610.6(h)): leave it out or correct it.`,
    time: ({ item, of, allowed }: { item: number; of: string; allowed: string }) =>
      `${itemName(item)} gives another time ${of} than the law, which has ${allowed}. Correct it or leave it out.`,
    opioid: ({ item, drug }: { item: number; drug: string }) => `${itemName(item)} calls ${drug} exempt. Opioids are not exempt on the MTUS drug list: correct it.`,
    notYet: ({ item, guideline, from, date }: { item: number; guideline: string; from: string; date: string }) =>
      `${itemName(item)} argues from “${guideline}”, which took effect on ${from}; utilization review denied the request on ${date}. Argue from the edition of that day.`,
  },
  check(item, context, report) {
    const { rationale } = item.reading;
    if (!rationale) return;
    for (const stated of statementsIn(rationale.prose, 'guideline')) {
      const says = misstated(stated);
      if (!says) continue;
      const span = sourceSpan(rationale.prose, stated.span);
      if (says.drug !== null) report({ span, messageId: 'opioid', data: { item: item.number, drug: says.drug } });
      else if (says.time) report({ span, messageId: 'time', data: { item: item.number, of: says.time.of, allowed: says.time.allowed } });
      else report({ span, messageId: says.what, data: { item: item.number } });
    }
    const date = urDenialDate(context);
    for (const { guideline, from, span } of date === null ? [] : notYetAdopted(item.reading, date)) {
      report({ span: sourceSpan(rationale.prose, span), messageId: 'notYet', data: { item: item.number, guideline: `${guideline.title} ${guideline.year}`, from, date: date ?? '' } });
    }
  },
});

/** What a row says, and the message for it. */
const MISSTATED = { 'presumption': 'presumption', 'exempt': 'exempt', 'exempt-opioid': 'exempt', 'conclusive': 'conclusive', 'must-go-on': 'mustGoOn', 'bound': 'bound', 'burden': 'burden', 'appeal': 'appeal' } as const;

interface Misstated {
  readonly what: (typeof MISSTATED)[keyof typeof MISSTATED];
  /** The opioid that is called exempt. */
  readonly drug: string | null;
  readonly time?: LegalTime;
}

/** A time that the law sets. */
interface LegalTime {
  readonly of: string;
  readonly allowed: string;
  /** The units in which it is given, and the numbers that are right in each. */
  readonly right: Readonly<Record<string, readonly number[]>>;
}

const TIMES: Readonly<Record<string, LegalTime>> = times;

/** "Within ninety days": the time of a row where the number isn't one that the law has. */
function wrongTime({ says, slots: { number }, span: place }: PlacedStatement['statement'], { text }: PlacedStatement['sentence']): LegalTime | null {
  const time = TIMES[says['misstates'] ?? ''];
  const value = time && number ? readAmount(text, number.span.start)?.values[0] : undefined;
  const unit = number && /^[^.;]*?\b(day|week|month|year)s?\b/.exec(text.slice(number.span.end, place.end))?.[1];
  return time && value !== undefined && unit && !time.right[unit]?.includes(value) ? time : null;
}

function misstated({ statement, sentence }: PlacedStatement): Misstated | null {
  const what = statement.says['misstates'] as keyof typeof MISSTATED | undefined;
  const time = wrongTime(statement, sentence);
  if (time) return isSomebodyElses(sentence, statement) ? null : { what: 'bound', drug: null, time };
  if (what === undefined || !(what in MISSTATED) || (clauseOf(sentence, statement)?.role === 'condition' && statement.says['stands'] !== 'firm') || isSomebodyElses(sentence, statement) || isNotExempt(sentence, statement)) return null;
  if (what === 'bound' && hasWord(sentence, 'of-an-appeal')) return null;
  if (what !== 'exempt-opioid') return { what: MISSTATED[what], drug: null };
  const { of } = statement.slots;
  const drug = of && mentionsOf<Drug>(sentence, 'drug', of.from, of.to)[0];
  return of && drug?.value.opioid === true && !hasWord(sentence, 'special-fill') ? { what: 'exempt', drug: of.text } : null;
}

/** "Utilization review held that …", "The provider argues that …". */
function isSomebodyElses(sentence: PlacedStatement['sentence'], { from }: PlacedStatement['statement']): boolean {
  return hasWord(sentence, 'claims-administrator', 0, from) || (hasWord(sentence, 'provider') && hasWord(sentence, 'argues'));
}

/** "Non-exempt", "not exempt". */
function isNotExempt({ tokens: { keys } }: PlacedStatement['sentence'], { from, to }: PlacedStatement['statement']): boolean {
  return keys.some((key, at) => key === 'exempt' && at >= from && at <= to && (keys[at - 1] === 'non' || keys[at - 1] === 'not'));
}

/** Guidelines that the rationale names by an edition that came after the denial, where nothing but the MTUS is argued from. */
function notYetAdopted({ rationale, reviewerGuideline: line }: ItemReading, date: string): { guideline: Guideline; from: string; span: Span }[] {
  if (!rationale || line?.citations.some(({ status }) => status === 'external') || mayCallMtusSilent(rationale)) return [];
  const onLine = new Set(line?.citations.map(({ guideline }) => guideline));
  return rationale.citations.flatMap(({ guideline, year, status, span }) => {
    if (!guideline || !year || status !== 'resolved' || onLine.has(guideline)) return [];
    const force = inForceOn(guideline, date);
    const isLater = force.status === 'not-yet' && guideline.inForce.certain && force.days !== null && force.days > BAND;
    return isLater && force.change !== null ? [{ guideline, from: force.change, span }] : [];
  });
}
