import { takenInRationale, takenInSummary, type TakenDose } from '../../determination/taken-doses.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';

/** A dose of a day that a rationale tells, and the summary's other one. */
export interface ContraryDose {
  readonly said: TakenDose;
  readonly other: TakenDose;
  readonly drug: string;
}

/** Each dose of a day of which the summary gives another, and nowhere that of the rationale: neither in a day nor at once. */
export function contraryDoses({ rationale, title }: ItemReading, summary: Prose): readonly ContraryDose[] {
  if (!rationale) return [];
  const requested = new Set(findDrugs(title.text).map(({ value }) => value.generic));
  const [only] = requested;
  return takenInRationale(rationale.prose).flatMap((said) => {
    const generic = said.drug?.generic ?? (requested.size === 1 ? only : undefined);
    const told = generic === undefined ? [] : takenInSummary(summary).filter(({ drug }) => drug?.generic === generic);
    const other = told.find(({ daily }) => daily !== null);
    if (!other || generic === undefined || told.some((each) => bearsOut(each, said))) return [];
    return [{ said, other, drug: generic }];
  });
}

/** The same in a day or at once, or twice as much where one of the two doesn't say how often. */
function bearsOut({ each, daily }: TakenDose, said: TakenDose): boolean {
  const figures = [each, daily].filter((value) => value !== null);
  return figures.some((value) => value === said.daily) || (said.each !== null && daily === null && figures.includes(said.each));
}
