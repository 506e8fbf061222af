import { NotificationType, RequestType } from 'vscode-languageclient';
import type { Position, Range } from 'vscode-languageclient';

/** What the client and its server say to each other beyond the Language Server Protocol. */

/** How a letter stands. Sent by the server after each check; `items` is 0 for what is no determination. */
export interface LetterStatus {
  readonly uri: string;
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
}

export interface PlaceInLetter {
  readonly uri: string;
  readonly position: Position;
}

/** A text to choose, best first in its list. `snippet` is a VS Code snippet. */
export interface Insertion {
  readonly label: string;
  readonly detail?: string;
  readonly snippet: string;
  /** What it replaces; absent: it goes in at the cursor. */
  readonly range?: Range;
}

export const letterStatus = new NotificationType<LetterStatus>('imr/status');
export const rationaleTemplates = new RequestType<PlaceInLetter, readonly Insertion[] | null, void>('imr/rationaleTemplates');
export const guidelineCitations = new RequestType<PlaceInLetter, readonly Insertion[] | null, void>('imr/guidelineCitations');

/** A letter at a glance. */
export interface ItemList {
  readonly uri: string;
  readonly items: readonly ListedItem[];
  /** What the front matter lists and no item decides. */
  readonly undecided: readonly { readonly title: string; readonly range: Range }[];
}

export interface ListedItem {
  /** From 1, in the order of the letter. */
  readonly number: number;
  readonly title: string;
  /** As it is written; null where there is none. */
  readonly decision: string | null;
  /** What the item lacks, in words to be read behind "missing": "rationale". */
  readonly missing: readonly string[];
  /** Numbers of the items that it depends on. */
  readonly parents: readonly number[];
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number };
  readonly range: Range;
  readonly selectionRange: Range;
}

/** Null for any other document. */
export const disputedItems = new RequestType<{ readonly uri: string }, ItemList | null, void>('imr/items');

/** What a reviewer shows a colleague of a letter. */
export interface LetterSummary extends ItemList {
  readonly caseNumber: string | null;
  /** `value`: what the decision means; null where there is none, or a word that is none. */
  readonly items: readonly (ListedItem & { readonly value: 'Upheld' | 'Overturned' | null })[];
  readonly citations: readonly CitedGuideline[];
  readonly dates: readonly CaseDate[];
}

/** A source that the guideline lines of a letter cite, once for all items. */
export interface CitedGuideline {
  readonly name: string;
  /** When that edition was in force, in a sentence. */
  readonly edition: string | null;
  /** Whether it was in force on the UR denial date. `unknown`: the MTUS has none of that name; `none`: that is no question, as of a study. */
  readonly fit: 'yes' | 'no' | 'unsure' | 'unknown' | 'none';
  readonly fitWords: string;
  readonly sections: readonly string[];
  /** Numbers of the items whose line cites it. */
  readonly reviewer: readonly number[];
  readonly claimsAdministrator: readonly number[];
  readonly range: Range;
}

export interface CaseDate {
  readonly name: string;
  /** YYYY-MM-DD where it can be read, else the letter's words. */
  readonly value: string | null;
  /** Since the date before it, negative where it is the earlier. */
  readonly days: number | null;
  readonly range: Range | null;
}

/** Null for any other document. */
export const letterSummary = new RequestType<{ readonly uri: string }, LetterSummary | null, void>('imr/letterSummary');

/** A fact of the case as the front matter writes it, or what is wrong with the words, in a sentence. */
export const caseFact = new RequestType<{ readonly key: string; readonly text: string }, { readonly value?: string; readonly problem?: string }, void>('imr/caseFact');

/** A new letter as a VS Code snippet. Facts by the keys of the front matter; `items`: what is in dispute, one a line. */
export const newLetter = new RequestType<{ readonly facts: Readonly<Record<string, string>>; readonly items: string }, { readonly snippet: string }, void>('imr/newLetter');

/** The text of a published letter as a draft; `leftover`: some of it found no place and stands at the end. */
export const importLetter = new RequestType<{ readonly text: string }, { readonly draft: string; readonly leftover: boolean }, void>('imr/importLetter');

/** What the report of a sign-off says, as far as the client shows it; the whole of it is written to the report. */
export interface SignOff {
  readonly ready: boolean;
  readonly warnings: number;
  readonly sha256: string;
  /** In the order of the letter. Lines and columns from 1. */
  readonly findings: readonly {
    readonly message: string;
    readonly item: number | null;
    readonly line: number;
    readonly column: number;
    readonly outcome: 'blocks' | 'warning' | 'acknowledged' | 'advice' | 'suppressed';
  }[];
}

/** Null for any other document. `acknowledged`: the reviewer has looked at the warnings; `html`: the report as a page. */
export const signOff = new RequestType<{ readonly uri: string; readonly acknowledged: boolean }, { readonly signOff: SignOff; readonly html: string } | null, void>('imr/signOff');

/** A tool for assistants, by its name in the manifest, on the letter of that address; `input` as the manifest's schema says. Answers with the tool's JSON. */
export const askTool = new RequestType<{ readonly name: string; readonly input: object; readonly uri?: string }, unknown, void>('imr/tool');
