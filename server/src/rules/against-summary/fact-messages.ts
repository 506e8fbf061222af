import { itemName } from '../common/wording.ts';
import type { Contrary, Reader } from './compared.ts';

const CORRECT = 'Correct the one that is wrong, or say what makes the difference.';

/** What fact-contradicts-summary can say. */
export const factMessages = {
  never: ({ item, treatment }: { item: number; treatment: string }) => `${itemName(item)} says that there was no ${treatment}, but the case summary tells of it. ${CORRECT}`,
  denied: ({ item, words }: { item: number; words: string }) => `${itemName(item)} says “${words}”, but the case summary tells of it. ${CORRECT}`,
  done: ({ item, treatment }: { item: number; treatment: string }) => `${itemName(item)} speaks of ${treatment} as done, but the case summary says that there was none. ${CORRECT}`,
  told: ({ item, stated, reported }: { item: number; stated: string; reported: string }) => `${itemName(item)} tells of “${stated}”, but the case summary says “${reported}”. ${CORRECT}`,
  'only-requested': ({ item, treatment }: { item: number; treatment: string }) =>
    `${itemName(item)} speaks of ${treatment} as done, but it is only requested, and the case summary knows it as a request. ${CORRECT}`,
  figure: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
    `${itemName(item)} gives ${stated} for ${what}, but the case summary gives ${reported}. ${CORRECT}`,
  value: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
    `${itemName(item)} gives ${stated}, but the case summary gives ${reported} (“${what}”). ${CORRECT}`,
  day: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
    `${itemName(item)} dates the ${what} ${stated}, but the case summary ${reported}. ${CORRECT}`,
  since: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
    `${itemName(item)} dates the beginning of ${what} to ${stated}, but the case summary to ${reported}. ${CORRECT}`,
  foreignDrug: ({ item, drug }: { item: number; drug: string }) =>
    `${itemName(item)} speaks of ${drug} as taken, but neither a request nor the case summary names it. ${CORRECT}`,
  only: ({ item, only, others }: { item: number; only: string; others: string }) =>
    `${itemName(item)} says that nothing but ${only} was given, but the case summary tells of ${others}, too. ${CORRECT}`,
  otherwise: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
    `${itemName(item)} and the case summary differ on the patient’s ${what}: ${stated} here, ${reported} there. Correct the one that is wrong.`,
  dose: ({ item, drug, stated, requested }: { item: number; drug: string; stated: string; requested: string }) =>
    `${itemName(item)} speaks of ${drug} ${stated}, but ${requested} is requested, and the case summary knows no other strength. ${CORRECT}`,
  state: ({ item, state }: { item: number; state: string }) => `${itemName(item)} says that there is no ${state}, but the case summary tells of it. ${CORRECT}`,
  'in-state': ({ item, state }: { item: number; state: string }) => `${itemName(item)} tells of ${state}, but the case summary says that there is none. ${CORRECT}`,
  gain: ({ item, gain }: { item: number; gain: string }) => `${itemName(item)} says that there was no ${gain}, but the case summary tells of some. ${CORRECT}`,
  gained: ({ item, gain }: { item: number; gain: string }) => `${itemName(item)} tells of a gain, but the case summary says that there was no ${gain}. ${CORRECT}`,
  result: ({ item, test, stated, reported }: { item: number; test: string; stated: string; reported: string }) =>
    `${itemName(item)} calls the ${test} ${stated}, but by the case summary it was ${reported}. ${CORRECT}`,
  habit: ({ item, thing }: { item: number; thing: string }) => `${itemName(item)} says that the patient doesn’t use the ${thing}, but by the case summary he or she does. ${CORRECT}`,
  proof: ({ item, test, finding }: { item: number; test: string; finding: string }) =>
    `${itemName(item)} says that no ${test} bears out ${finding}, but the case summary tells of one that does. ${CORRECT}`,
  allergy: ({ item, drug, allergen }: { item: number; drug: string; allergen: string }) =>
    `${itemName(item)} approves ${drug}, but the case summary tells of an allergy to ${allergen}, which the rationale doesn’t weigh. Say why the drug is safe here.`,
};

export type ContraryFact = Contrary<typeof factMessages>;
export type FactReader = Reader<typeof factMessages>;
