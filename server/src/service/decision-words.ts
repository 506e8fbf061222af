import type { ConclusionValue, DecisionValue } from '../determination/model.ts';

/** What a decision means for the request, in a sentence. */
export function decisionMeaning(decision: DecisionValue): string {
  return decision === 'Upheld'
    ? 'The denial stands: the request is not medically necessary.'
    : 'The denial is reversed: the request is medically necessary.';
}

export function conclusionWords(conclusion: ConclusionValue): string {
  return conclusion === 'medically-necessary' ? 'medically necessary' : 'not medically necessary';
}
