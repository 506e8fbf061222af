import type { ItemReading, Prose } from '../../determination/model.ts';
import { sinceInRationale, sinceInSummary, yearsNamed, type ToldSince } from '../../determination/since-told.ts';
import { areOfOneThing } from './covered-things.ts';
import { thingsOfTitle } from './item-history.ts';

/** A year since which a rationale says that something is taken, and the summary's other one. */
export interface ContrarySince {
  readonly said: ToldSince;
  readonly other: ToldSince;
  readonly what: string;
}

/** Each "since 2009" of a rationale that the summary has otherwise: it gives the same thing one other year, and that of the rationale nowhere, or for something else where the rationale names the thing. */
export function contrarySince({ rationale, title }: ItemReading, summary: Prose): readonly ContrarySince[] {
  if (!rationale) return [];
  return sinceInRationale(rationale.prose).flatMap((said) => {
    if ((!said.thing || said.thing.kind === 'medication-class') && yearsNamed(summary).has(said.year)) return [];
    const things = said.thing ? [said.thing] : thingsOfTitle(title);
    const told = sinceInSummary(summary).filter(({ thing }) => thing === null ? things.length === 1 : things.some((one) => areOfOneThing(one, thing)));
    const [other] = told;
    return other && other.year !== said.year && told.every(({ year }) => year === other.year) ? [{ said, other, what: (said.thing ?? things[0])?.name ?? '' }] : [];
  });
}
