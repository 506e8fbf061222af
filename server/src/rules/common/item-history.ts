import { historyInRationale, partsOfTitle } from '../../determination/case/case-history.ts';
import { deedsInRationale } from '../../determination/case/told-deeds.ts';
import type { HistoryFact, ToldTreatment } from '../../determination/case/history-fact.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import type { DeniedUnit } from '../../determination/words/denied-unit.ts';
import { asThing } from '../../determination/words/named-things.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';

/** The treatments that a title asks for. */
export const treatmentsOf = keptBy((title: Prose): readonly ToldTreatment[] => findTreatments(title.text).map(({ value }) => value));
const drugsOf = keptBy((title: Prose): readonly ToldTreatment[] => findDrugs(title.text).map(({ value }) => asThing(value)));

/** The treatments and drugs that a title asks for. */
export const thingsOfTitle = keptBy((title: Prose): readonly ToldTreatment[] => [...treatmentsOf(title), ...drugsOf(title)]);

/** What a rationale tells for sure; where a sentence doesn't say of which region, side or treatment, the item's is meant. */
export const historyOfItem = keptBy(({ rationale, regions, sides, title }: ItemReading): readonly HistoryFact[] => {
  if (!rationale) return [];
  const [requested, ...others] = treatmentsOf(title);
  const tests = thingsOfTitle(title).filter(({ kind }) => kind === 'testing');
  // "The unit" is what is asked for.
  const isKnown = ({ treatment }: HistoryFact) => treatment?.id !== 'asked' || (requested !== undefined && EQUIPMENT.has(requested.kind) && others.length === 0);
  return historyInRationale(rationale.prose).filter((fact) => fact.sure && isKnown(fact)).map((fact) => ({
    ...fact,
    ...(tests.length === 1 && tests[0] && isOfTest(fact) ? { words: [{ ...fact.words[0], thing: tests[0] }], name: tests[0].name } : {}),
    regions: fact.regions.length > 0 ? fact.regions : (regions as readonly RegionId[]),
    sides: fact.sides.length > 0 ? fact.sides : (sides as readonly Side[]),
    parts: (fact.parts && fact.parts.length > 0) || OF_A_TEST.has(fact.topic) ? fact.parts ?? [] : partsOfTitle(title),
    of: fact.of && fact.of.length > 0 ? fact.of : thingsOfTitle(title),
    ...(fact.treatment?.id === 'asked' ? { name: requested?.name ?? fact.name } : {}),
    treatment: fact.treatment?.id === 'asked' ? requested ?? null : fact.treatment ?? (fact.topic === 'visits' && requested && others.length === 0 ? requested : null),
  }));
});

/** What a test has shown: a root has another name than the disc that is asked about. */
const OF_A_TEST: ReadonlySet<string> = new Set(['proof', 'result']);

/** What is called a unit or a device. */
const EQUIPMENT: ReadonlySet<string> = new Set(['dme', 'device']);

/** "He was never tested" is of the test that is asked for. */
function isOfTest(fact: HistoryFact): fact is HistoryFact & { readonly words: readonly [DeniedUnit] } {
  return fact.words?.length === 1 && fact.words[0]?.thing === null && TESTED.has(fact.words[0].stem ?? '');
}

const TESTED: ReadonlySet<string> = new Set(['test', 'screen', 'sampl']);

/** What an item's rationale tells as done; where it doesn't say of which region or side, the item's is meant. */
export function deedsOfItem({ rationale, regions, sides }: ItemReading): HistoryFact[] {
  return (rationale ? deedsInRationale(rationale.prose) : []).map((deed) => ({
    ...deed,
    regions: deed.regions.length > 0 ? deed.regions : (regions as readonly RegionId[]),
    sides: deed.sides.length > 0 ? deed.sides : (sides as readonly Side[]),
  }));
}
