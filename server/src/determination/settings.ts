/** What a team may say of its own letters. Part of the settings; the defaults fit the published letters. */
export interface LetterSettings {
  /** `always`: every Markdown file is read as a determination, whatever is in it. */
  readonly determinationFiles: 'auto' | 'always';
  /** Further wordings of a label ("Expert Reviewer guideline"), beside the known ones. */
  readonly labels: {
    readonly claimsAdministratorGuideline: readonly string[];
    readonly reviewerGuideline: readonly string[];
    readonly rationale: readonly string[];
  };
  /** Further words for a decision, beside "Upheld" and "Overturned". */
  readonly decisions: {
    readonly Upheld: readonly string[];
    readonly Overturned: readonly string[];
  };
}

export const defaultLetterSettings: LetterSettings = {
  determinationFiles: 'auto',
  labels: { claimsAdministratorGuideline: [], reviewerGuideline: [], rationale: [] },
  decisions: { Upheld: [], Overturned: [] },
};
