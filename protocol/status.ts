/** What a status bar shows of a letter. Sent after each check that has changed it. */
export interface LetterStatus {
  readonly uri: string;
  /** Disputed items; 0 where the document is no determination. */
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  /** What isn't there yet, in places that are still being written: found, and not counted above. Absent where nothing waits. */
  readonly toFillIn?: number;
  /** Something of the letter, or a rule, was too much to be read and was set aside. */
  readonly inPart: boolean;
}
