import { attendedInRationale, attendedInSummary, countsInSummary, type AttendedVisits } from '../../determination/attended-visits.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import { areOfOneThing } from './covered-things.ts';
import { thingsOfTitle } from './item-history.ts';

/** Visits that a rationale tells as had, and the summary's other count. */
export interface ContraryVisits {
  readonly said: AttendedVisits;
  readonly other: AttendedVisits;
}

/** Each count of visits had of the requested kind, where the summary tells one other count of them, and that of the rationale of nothing that was had. */
export function contraryVisits({ rationale, title }: ItemReading, summary: Prose): readonly ContraryVisits[] {
  if (!rationale) return [];
  const all = attendedInSummary(summary);
  return attendedInRationale(rationale.prose).flatMap((said) => {
    const things = said.of.length > 0 ? said.of : thingsOfTitle(title);
    const told = all.filter(({ of }) => of.some((one) => things.some((thing) => areOfOneThing(one, thing))));
    const [other, ...others] = told;
    if (!other || others.length > 0 || other.value === said.value || all.some(({ value }) => value === said.value)) return [];
    return countsInSummary(summary).has(said.value) ? [] : [{ said, other }];
  });
}
