import type { Arranged, Arranging } from './arrangement.ts';
import type { CriteriaMatrix } from './criteria.ts';
import type { CaseloadLetter } from './caseload.ts';
import type { FalseAlarm, FindingReference, KeptLine } from './findings.ts';
import type { Insertion } from './insertion.ts';
import type { ItemList } from './items.ts';
import type { CaseFactKey, CaseFactReading, ImportedLetter, NewLetter } from './new-letter.ts';
import type { Position } from './place.ts';
import type { ListedRule } from './rules.ts';
import type { LetterRemarks, RemarkEntry } from './remarks.ts';
import type { RoundComparison } from './rounds.ts';
import type { SignOff } from './sign-off.ts';
import type { LetterStatus } from './status.ts';
import type { LetterSummary } from './summary.ts';
import type { ToolName } from './tools.ts';

/** A document that is open in the editor. */
export interface OpenLetter {
  readonly uri: string;
}

export interface PlaceInLetter extends OpenLetter {
  readonly position: Position;
}

/**
 * What a client may ask beyond the Language Server Protocol. A question about a letter is answered with null for any other document, and
 * one that names no document is refused (InvalidParams).
 */
export interface Requests {
  'imr/items': { readonly params: OpenLetter; readonly result: ItemList | null };
  'imr/letterSummary': { readonly params: OpenLetter; readonly result: LetterSummary | null };
  'imr/rationaleTemplates': { readonly params: PlaceInLetter; readonly result: readonly Insertion[] | null };
  'imr/guidelineCitations': { readonly params: PlaceInLetter; readonly result: readonly Insertion[] | null };
  'imr/arrangeItems': { readonly params: OpenLetter & { readonly arranging: Arranging }; readonly result: Arranged | null };
  /** What an item's request is usually judged by; null where there is no such item. */
  'imr/criteria': { readonly params: OpenLetter & { readonly item: number }; readonly result: CriteriaMatrix | null };
  'imr/caseFact': { readonly params: { readonly key: CaseFactKey; readonly text: string }; readonly result: CaseFactReading };
  /** A letter as a snippet, with a tab stop at everything that is not known yet. */
  'imr/newLetter': { readonly params: NewLetter; readonly result: { readonly snippet: string } };
  'imr/importLetter': { readonly params: { readonly text: string }; readonly result: ImportedLetter };
  /** Whether the letter may be signed. `acknowledged`: the reviewer has looked at the warnings; `html`: the report as a page; `ledger`: its line
   * for the local ledger, which the client keeps where the reviewer wants one, null for a letter that is in no file. */
  'imr/signOff': {
    readonly params: OpenLetter & { readonly acknowledged?: boolean };
    readonly result: { readonly signOff: SignOff; readonly html: string; readonly ledger: KeptLine | null } | null;
  };
  /** A decision that a finding stands for a reason, for the file in which such are kept; null where it isn't found any more. `who`: null without a name. */
  'imr/decide': {
    readonly params: OpenLetter & { readonly finding: FindingReference; readonly reason: string; readonly who: string | null };
    readonly result: KeptLine | null;
  };
  /** What others said of a letter, in the file beside it and in itself. */
  'imr/remarks': { readonly params: OpenLetter; readonly result: LetterRemarks | null };
  /** A line for the file of remarks, which the client writes. `who`: null without a name. */
  'imr/remark': { readonly params: OpenLetter & { readonly entry: RemarkEntry; readonly who: string | null }; readonly result: KeptLine | null };
  /** What changed since an earlier version of the letter, whose text is `before`. */
  'imr/compareRounds': { readonly params: OpenLetter & { readonly before: string }; readonly result: RoundComparison | null };
  /** The letters of the workspace, what is due first in front. `today`: YYYY-MM-DD. */
  'imr/caseload': { readonly params: { readonly today: string }; readonly result: readonly CaseloadLetter[] };
  /** What is found in a line, to be reported as no fault. */
  'imr/falseAlarms': { readonly params: PlaceInLetter; readonly result: readonly FalseAlarm[] | null };
  /** The report on one of them, in Markdown: `words` are all that it quotes of the letter; null where it isn't found any more. */
  'imr/falseAlarmReport': {
    readonly params: OpenLetter & { readonly finding: FindingReference; readonly words: readonly string[] };
    readonly result: { readonly text: string } | null;
  };
  /** All rules, by their ids' order. */
  'imr/rules': { readonly params: object; readonly result: readonly ListedRule[] };
  /** The page of a rule, in Markdown, or of all (`README`); null where there is none of that name. Its links are relative: `date-order.md`. */
  'imr/rulePage': { readonly params: { readonly name: string }; readonly result: { readonly markdown: string } | null };
  /**
   * A tool for assistants, on the letter of that address; without one: on none. Answers with the tool's JSON (`Tools`). What the caller
   * can put right is an error with a sentence.
   */
  'imr/tool': { readonly params: { readonly name: ToolName; readonly input: object; readonly uri?: string }; readonly result: object };
}

/** What the server says of itself, to clients that asked for it (`InitializationOptions`). */
export interface Notifications {
  'imr/status': LetterStatus;
}
