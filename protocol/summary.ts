import type { ItemList, ListedItem } from './items.ts';
import type { Range } from './place.ts';

/** What a reviewer shows a colleague of a letter. */
export interface LetterSummary {
  readonly uri: string;
  readonly caseNumber: string | null;
  /** With the items that each depends on (`parents`). */
  readonly items: readonly SummarisedItem[];
  /** What the front matter lists and no item decides. */
  readonly undecided: ItemList['undecided'];
  readonly citations: readonly CitedGuideline[];
  /** All five, in the order in which they should follow each other. */
  readonly dates: readonly CaseDate[];
  /** What is worth knowing and no fault of the letter, a sentence each: a decision past its time, a specialty far from every item. */
  readonly notes: readonly string[];
}

export interface SummarisedItem extends ListedItem {
  /** What its decision means; null where it has none, or a word that is none. */
  readonly value: 'Upheld' | 'Overturned' | null;
}

/** A source that the guideline lines of a letter cite, once for all items. */
export interface CitedGuideline {
  /** "Low Back Complaints 2004"; the letter's own words for what the catalogue doesn't have. */
  readonly name: string;
  /** When that edition was in force, in a sentence; null for what has no edition here. */
  readonly edition: string | null;
  /** Whether it was in force on the UR denial date. `unknown`: the MTUS has none of that name; `none`: that is no question, as of a study. */
  readonly fit: 'yes' | 'no' | 'unsure' | 'unknown' | 'none';
  /** The same in words. */
  readonly fitWords: string;
  /** Titles of the sections that are cited. */
  readonly sections: readonly string[];
  /** Numbers of the items whose reviewer's line cites it, and of those whose claims administrator's does. */
  readonly reviewer: readonly number[];
  readonly claimsAdministrator: readonly number[];
  /** Where it is cited first. */
  readonly range: Range;
}

export interface CaseDate {
  readonly name: string;
  /** YYYY-MM-DD where it can be read, else the letter's words; null where the letter doesn't say. */
  readonly value: string | null;
  /** Whole days since the date before it that can be read, negative where it is the earlier; null where there is none. */
  readonly days: number | null;
  readonly range: Range | null;
}
