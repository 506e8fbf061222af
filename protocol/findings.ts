/** A finding, as it is asked for again: the rule, which of its messages, and what that speaks of. */
export interface FindingReference {
  readonly rule: string;
  readonly messageId: string;
  readonly data: unknown;
}

/** A line for a file in which something is kept, and where that file is. */
export interface KeptLine {
  /** The file's address; there may be none yet. */
  readonly file: string;
  /** With its line break. */
  readonly line: string;
}

/** A finding that may be reported as none, and what of the letter the report could quote. */
export interface FalseAlarm {
  readonly finding: FindingReference;
  readonly message: string;
  readonly words: readonly string[];
}
