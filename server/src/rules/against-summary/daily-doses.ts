import { takenInRationale, takenInSummary, type TakenDose } from '../../determination/case/taken-doses.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** Each dose of a day of which the summary gives another, and nowhere that of the rationale: neither in a day nor at once. */
export const dailyDoses: FactReader = ({ item, reading: { title }, rationale, summary }) => {
  const requested = new Set(findDrugs(title.text).map(({ value }) => value.generic));
  const [only] = requested;
  return takenInRationale(rationale).flatMap((said) => {
    const generic = said.drug?.generic ?? (requested.size === 1 ? only : undefined);
    const told = generic === undefined ? [] : takenInSummary(summary).filter(({ drug }) => drug?.generic === generic);
    const other = told.find(({ daily }) => daily !== null);
    if (!other || generic === undefined || told.some((each) => bearsOut(each, said))) return [];
    return [{ span: said.span, messageId: 'figure', data: { item, what: generic, stated: said.text, reported: other.text }, ...LIKELY, told: other.span }];
  });
};

/** The same in a day or at once, or twice as much where one of the two doesn't say how often. */
function bearsOut({ each, daily }: TakenDose, said: TakenDose): boolean {
  const figures = [each, daily].filter((value) => value !== null);
  return figures.some((value) => value === said.daily) || (said.each !== null && daily === null && figures.includes(said.each));
}
