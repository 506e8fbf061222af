import type { Range } from './place.ts';

/** `said`: spoken of, and whether it is met is for the reviewer to read. `not-stated`: of the patient, that is: a guideline's rule isn't. */
export type CriterionStatus = 'met' | 'not-met' | 'said' | 'not-stated';

/** Words of the letter that speak of a criterion. `of`: what the rationale tells, what it quotes of a guideline, what only the title or the summary says. */
export interface CriterionWords {
  readonly of: 'case' | 'rule' | 'title' | 'summary';
  readonly text: string;
  readonly range: Range;
}

/** What a request is usually judged by, held against an item's words. */
export interface CriteriaMatrix {
  readonly item: number;
  readonly title: string;
  /** The situation as the list of templates names it; null where none fits for certain. */
  readonly situation: string | null;
  readonly rows: readonly { readonly criterion: string; readonly status: CriterionStatus; readonly words: readonly CriterionWords[] }[];
}
