import type { LetterReading, Remark } from './remarks.ts';
import type { Severity } from './severity.ts';

/** What stands in the letter's way: `blocks`, or must be looked at: `warning`; what the reviewer did about it: the others. */
export type Outcome = 'blocks' | 'warning' | 'acknowledged' | 'advice' | 'suppressed' | 'decided';

/** Lines and columns from 1, columns in UTF-16 units, the end excluded. */
export interface SignOffFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Number of the disputed item; null where the finding belongs to none. */
  readonly item: number | null;
  readonly line: number;
  readonly column: number;
  readonly outcome: Outcome;
  /** Of what is suppressed in the letter or decided on outside of it; null where the comment gives none. */
  readonly reason?: string | null;
}

export interface SignOffSuppression {
  readonly line: number;
  /** As it is written: `imr-disable-next-line`. */
  readonly directive: string;
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  /** So many findings. */
  readonly silences: number;
}

/** A “not here” that is kept beside the letter. */
export interface SignOffDecision {
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  readonly reason: string;
  /** Null where nobody gave a name. */
  readonly who: string | null;
  /** ISO 8601. */
  readonly when: string;
}

/** A remark on the letter, who left it, who answered, and what became of it. */
export interface SignOffRemark extends Pick<Remark, 'item' | 'form' | 'text' | 'words' | 'proposal' | 'state' | 'said' | 'answers' | 'settled'> {
  readonly line: number;
}

/** What an item orders, for the reviewer to read back. */
export interface SignedOrder {
  /** "Denied, as not medically necessary". */
  readonly verdict: string;
  /** What is in dispute, in the letter's words. */
  readonly request: string;
  /** Where heading, conclusion and list say different things, a sentence each. No fault by itself: a conclusion may use other words. */
  readonly differences: readonly string[];
}

export interface SignedItem extends SignedOrder {
  readonly number: number;
  readonly title: string;
  /** As it is written; null where there is none. */
  readonly decision: string | null;
  readonly line: number;
}

/** Whether a letter may be signed, and what was found and done on the way: the report, as it is kept in JSON. */
export interface SignOff {
  readonly ready: boolean;
  /** What stands in the way, a sentence each, in the order of the letter. */
  readonly blockers: readonly string[];
  /** So many warnings; they don't block, but the reviewer answers for having looked at them. */
  readonly warnings: number;
  readonly acknowledged: boolean;
  readonly letter: string;
  /** As it stands in the letter; null where it has none. */
  readonly caseNumber: string | null;
  /** Of the text that was checked: whoever has another one has another letter. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  readonly productVersion: string;
  readonly catalogueVersion: string;
  /** Until when the catalogue knows which editions are in force, in words: "known until 2023-11-10; proposals of 2025 and 2026 open". */
  readonly catalogueHorizon: string;
  /** The files with a team's own facts on guidelines that counted. */
  readonly cataloguePacks: readonly string[];
  /** Rules that the settings switch off, though by themselves they are on: what they look for was not looked for. */
  readonly switchedOff: readonly string[];
  readonly items: readonly SignedItem[];
  /** What is worth knowing of the case and no fault of the letter, a sentence each. */
  readonly notes: readonly string[];
  readonly findings: readonly SignOffFinding[];
  readonly suppressions: readonly SignOffSuppression[];
  /** What was found, and decided on outside of the letter. */
  readonly decisions: readonly SignOffDecision[];
  /** In the order of the letter. */
  readonly remarks: readonly SignOffRemark[];
  /** Who said that they have read the letter. */
  readonly readings: readonly LetterReading[];
  /** Found before and not any more; null where nobody looked before. */
  readonly fixed: readonly SeenFinding[] | null;
}

/** A finding that stood in an earlier version of the letter, numbered as the items were then. */
export interface SeenFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
}
