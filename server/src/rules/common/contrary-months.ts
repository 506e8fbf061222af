import type { ItemReading, Prose } from '../../determination/model.ts';
import { allMonths, datedSentences, monthsInRationale, type DatedSentence, type ToldMonth } from '../../determination/months-told.ts';
import { areOfOneThing } from './covered-things.ts';

/** A month that a rationale gives a test or treatment, and the summary's other one. */
export interface ContraryMonth {
  readonly said: ToldMonth;
  readonly other: DatedSentence['months'][number];
}

/** Each month that the summary names nowhere, where it dates the same thing otherwise, and only once. */
export function contraryMonths({ rationale }: ItemReading, summary: Prose): readonly ContraryMonth[] {
  if (!rationale) return [];
  return monthsInRationale(rationale.prose).flatMap((said) => {
    if (allMonths(summary).has(said.month)) return [];
    const told = datedSentences(summary).filter(({ things, words }) => (said.thing ? things.some((thing) => said.thing !== null && areOfOneThing(thing, said.thing)) : words.has(said.word ?? '')));
    const [only, ...others] = told;
    const [other, ...more] = only?.months ?? [];
    return other && others.length === 0 && more.length === 0 ? [{ said, other }] : [];
  });
}
