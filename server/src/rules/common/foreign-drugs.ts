import { drugsTaken, genericsIn, type TakenDrug } from '../../determination/drugs-taken.ts';
import type { Prose } from '../../determination/model.ts';

/** The drugs that a rationale tells as the patient's own, and that neither the summary nor a request of the letter names; none where the summary names no drug at all. */
export function foreignDrugs(rationale: Prose, summary: Prose, titles: readonly Prose[]): readonly TakenDrug[] {
  const taken = drugsTaken(rationale);
  if (taken.length === 0 || genericsIn(summary).size === 0) return [];
  const known = [summary, ...titles].map(genericsIn);
  return taken.filter(({ drug }) => !drug.generic.split('/').some((name) => known.some((names) => names.has(name))));
}
