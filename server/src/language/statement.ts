import type { Span } from '../markdown/span.ts';

/**
 * What a clause does in a letter.
 * `verdict`: the request is, is not, may be medically necessary · `dependence`: it hangs on something else · `guideline`: what a source
 * recommends, asks for, is silent on · `case`: a fact of this patient · `lack`: what the record doesn't show · `dispute`: who asked,
 * denied, authorised what · `plan`: what comes later, or "if …" · `scope`: a ground outside of medical necessity · `person`: who somebody
 * is · `sum`: figures that make up another · `dated`: the day of the injury or of the denial · `place`: what the words themselves lack (a blank, a note to oneself) · `letter`: what the letter says of itself.
 */
export type StatementKind = 'verdict' | 'dependence' | 'guideline' | 'case' | 'lack' | 'dispute' | 'plan' | 'scope' | 'person' | 'sum' | 'dated' | 'place' | 'letter';

/** One row of a table: a pattern, what it says, and the sentences that show and bound it. */
export interface Row {
  readonly row: string;
  readonly kind: StatementKind;
  /** See `readPattern`. */
  readonly pattern: string;
  /** What is said, in plain words for the rules: `{ "value": "denied" }`. */
  readonly says?: Readonly<Record<string, string>>;
  /** Sentences that it reads, two or more; `{of: …}` marks what a slot takes. */
  readonly reads: readonly string[];
  /** Sentences that it leaves alone, two or more. */
  readonly leaves: readonly string[];
}

/** A part of a statement. Tokens `from` up to `to`; span: in the sentence. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly text: string;
}

/** Something that a sentence says. Span: in the sentence. */
export interface Statement {
  readonly kind: StatementKind;
  /** The place among all rows of the one that reads it. */
  readonly row: number;
  readonly says: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly slots: Readonly<Record<string, Slot>>;
}
