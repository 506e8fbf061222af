import type { Rationale } from '../../determination/model.ts';
import { allSentences } from '../../determination/statements.ts';
import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';

/** What a row says of a supply for the days after an operation. */
export const AFTER_SURGERY = 'for after surgery';

/** Any word on how a drug is ended, or that there is nothing to end. */
export function speaksOfTaper({ prose }: Pick<Rationale, 'prose'>): boolean {
  return allSentences(prose).some(({ sentence }) => hasWord(sentence, 'not-begun') || tapers(sentence));
}

/** Whether any sentence tells how a drug is lowered or ended. */
export function tellsOfTaper({ prose }: Pick<Rationale, 'prose'>): boolean {
  return allSentences(prose).some(({ sentence }) => tapers(sentence));
}

function tapers(sentence: Sentence): boolean {
  return hasWord(sentence, 'speaks-of-taper') || statementsOf(sentence, 'plan').some(({ says }) => says['taper'] !== undefined && says['taper'] !== AFTER_SURGERY);
}
