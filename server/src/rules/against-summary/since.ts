import { sinceInRationale, sinceInSummary, yearsNamed } from '../../determination/case/since-told.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { thingsOfTitle } from '../common/item-history.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** Each "since 2009" of a rationale that the summary has otherwise: it gives the same thing one other year, and that of the rationale nowhere, or for something else where the rationale names the thing. */
export const since: FactReader = ({ item, reading, rationale, summary }) => sinceInRationale(rationale).flatMap(({ thing, year, span }) => {
  if ((!thing || thing.kind === 'medication-class') && yearsNamed(summary).has(year)) return [];
  const things = thing ? [thing] : thingsOfTitle(reading.title);
  const told = sinceInSummary(summary).filter((each) => each.thing === null ? things.length === 1 : things.some((one) => each.thing !== null && areOfOneThing(one, each.thing)));
  const [other] = told;
  if (!other || other.year === year || told.some((each) => each.year !== other.year)) return [];
  return [{ span, messageId: 'since', data: { item, what: (thing ?? things[0])?.name ?? '', stated: year, reported: other.year }, ...LIKELY, told: other.span }];
});
