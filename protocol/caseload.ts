/** A letter among the others of a folder. */
export interface CaseloadLetter {
  /** Its address, or its path on the command line. */
  readonly letter: string;
  readonly caseNumber: string | null;
  /** `drafting`: something is still to be filled in; `finishing`: something stands in the way of a signature; `signing`: nothing does. */
  readonly stage: 'drafting' | 'finishing' | 'signing';
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  /** That are open. */
  readonly remarks: number;
  /** The day on which the decision is due, YYYY-MM-DD: 30 days after the assignment, 3 where the review is expedited; null where the letter tells no assignment. */
  readonly due: string | null;
  /** From today to then, below 0 behind it; null where it isn't known, or the letter is decided. */
  readonly daysLeft: number | null;
}
