import { dosesIn, type Dose } from '../../determination/case/case-doses.ts';
import type { Prose } from '../../determination/model.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** The strength of the requested drug, where the rationale gives another that nothing explains. */
export const strengths: FactReader = ({ item, reading: { title }, rationale, summary }) => {
  const [requested, ...others] = dosesIn(title, false);
  if (!requested || others.length > 0) return [];
  const known = dosesIn(summary, false).filter(({ drug }) => drug.generic === requested.drug.generic);
  const isKnown = ({ strength }: Dose): boolean => title.text.includes(strength) || known.some((other) => other.strength === strength);
  const isOfDay = (dose: Dose): boolean => isMultiple(dose.strength, requested.strength) && !isTakenAsOften(rationale, dose, summary, requested.strength);
  return dosesIn(rationale, true)
    .filter((dose) => dose.sure && dose.drug.generic === requested.drug.generic && dose.strength !== requested.strength && !isKnown(dose) && !isOfDay(dose))
    .map(({ span, drug, strength }) => ({
      span, messageId: 'dose', data: { item, drug: drug.generic, stated: strength, requested: requested.strength }, ...(strength.includes('/') ? {} : LIKELY),
    }));
};

/** "30 mg four times a day", where the summary has 15 mg four times a day: the strength of one intake, and not the dose of a day. */
function isTakenAsOften({ text }: Prose, { strength, span: { end } }: Dose, { text: told }: Prose, requested: string): boolean {
  const often = timesADay(text.slice(end, end + FOLLOWS));
  const places = [...told.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(?:-| )?mg\b/g)];
  return often !== null && places.some(([whole, amount], i) => amount === requested && timesADay(told.slice((places[i]?.index ?? 0) + whole.length).slice(0, FOLLOWS)) === often)
    && !places.some(([, amount]) => amount === strength);
}

/** So many characters behind a strength say how often it is taken. */
const FOLLOWS = 40;

function timesADay(text: string): number | null {
  const [often] = findFactors(text);
  const isNext = often !== undefined && /^[\s,]{0,2}(?:tablets? |by mouth |p\.?o\.? )?$/i.test(text.slice(0, often.span.start));
  return isNext && often.value.per === 'day' && often.value.unit === 'time' ? often.value.value : null;
}

/** Two tablets of 50 mg are 100 mg: it may be the dose of a day. */
function isMultiple(one: string, other: string): boolean {
  if (one.includes('/') || other.includes('/')) return one.includes('/') !== other.includes('/');
  return Number.isInteger(Number(one) / Number(other)) || Number.isInteger(Number(other) / Number(one));
}
