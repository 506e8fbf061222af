import { drugsTaken, genericsIn } from '../../determination/case/drugs-taken.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** The drugs that a rationale tells as the patient's own, and that neither the summary nor a request of the letter names; none where the summary names no drug at all. */
export const foreignDrugs: FactReader = ({ item, rationale, summary, titles }) => {
  const taken = drugsTaken(rationale);
  if (taken.length === 0 || genericsIn(summary).size === 0) return [];
  const known = [summary, ...titles].map(genericsIn);
  return taken.filter(({ drug }) => !drug.generic.split('/').some((name) => known.some((names) => names.has(name))))
    .map(({ text, span }) => ({ span, messageId: 'foreignDrug', data: { item, drug: text }, ...LIKELY }));
};
