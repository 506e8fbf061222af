import type { Span } from '../markdown/span.ts';

/** How sure the catalogue is of a fact. `recalled`: general knowledge, checked against nothing; it may hint, never accuse. */
export type Confidence = 'high' | 'medium' | 'low' | 'recalled';

/** A place where a fact of the catalogue was found. */
export interface Source {
  readonly id: string;
  readonly url: string | null;
  readonly note: string;
  /** The file of a team's own facts that it stands in; absent for what comes with the program. */
  readonly pack?: string;
}

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A section or topic of a guideline. */
export interface GuidelineSection {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly pages: PageRange | null;
  /** True only where a real letter or an official page prints those pages. */
  readonly pagesVerified: boolean;
  readonly source: readonly string[];
  readonly confidence: Confidence;
  /** What else is known of it: visits, where a page was seen. */
  readonly note?: string;
}

/** From and to the last day in force, ISO dates; null is open or unknown. */
export interface InForce {
  readonly from: string | null;
  readonly to: string | null;
  /** False where the end (or start) is disputed or only a bound: never accuse on it. */
  readonly certain: boolean;
  /** The days, both included, on which it is not known whether it was in force; an open end is null. */
  readonly doubtful: { readonly from: string; readonly to: string | null } | null;
  readonly note: string | null;
}

/**
 * One guideline, or one chapter of a guideline that is adopted chapter by chapter: the thing that a
 * letter cites by title and year. An ACOEM 2nd edition chapter is an entry of its own with `chapter`
 * set and `id` `acoem2-ch12`; its `guideline` is `acoem-2004`.
 */
export interface Guideline {
  /** Unique in the catalogue: `acoem2-ch12`, `mtus-chronic-pain-2009`, `odg-low-back`. */
  readonly id: string;
  /** The guideline it belongs to; the same as `id` where there are no chapters. */
  readonly guideline: string;
  readonly family: 'mtus' | 'acoem-2004' | 'acoem' | 'odg';
  readonly chapter: number | null;
  /** As a letter prints it, without the year: "Low Back Complaints", "Chronic Pain Medical Treatment". */
  readonly title: string;
  readonly fullTitle: string;
  readonly aliases: readonly string[];
  /** The year that a letter prints; null for ODG. */
  readonly year: number | null;
  /** Every year that may stand behind the title in a letter. */
  readonly printedYears: readonly number[];
  readonly edition: string | null;
  /** The regulation that adopts it, "9792.23.5". */
  readonly regulation: string | null;
  /** What it is about; editions of one subject follow each other. The first is its main subject. */
  readonly subjects: readonly string[];
  readonly inForce: InForce;
  /** Body regions that it covers (ids of the vocabulary), or 'every'. */
  readonly regions: readonly string[] | 'every';
  readonly pages: PageRange | null;
  readonly pagesVerified: boolean;
  /** Last page of the whole guideline where that is known for certain. */
  readonly pageCount: number | null;
  readonly sections: readonly GuidelineSection[];
  /** How many of the sections of this edition are listed: only of those whose `all` are can it be said that it has none of a name. */
  readonly sectionsKnown: 'all' | 'some' | 'none';
  readonly source: readonly string[];
  readonly confidence: Confidence;
  readonly note?: string;
}

/** `none`: the line says that nothing was cited. */
export type CitationStatus = 'resolved' | 'unknown' | 'external' | 'none';

export interface CitedSection {
  readonly text: string;
  readonly span: Span;
  /** The catalogue's section, null where it has none of that name. */
  readonly section: GuidelineSection | null;
}

export interface CitedPages extends PageRange {
  readonly span: Span;
}

/** One source of a guideline line, or a guideline mentioned in prose. Spans count from the start of the text that was read. */
export interface Citation {
  readonly text: string;
  readonly span: Span;
  readonly status: CitationStatus;
  /** Who publishes it, as far as the words say. */
  readonly kind: 'mtus' | 'acoem' | 'odg' | 'study' | 'other' | 'none';
  /** The guideline that it names; null unless resolved (ODG chapters resolve too, with status `external`). */
  readonly guideline: Guideline | null;
  /** Other catalogue entries that the same words may mean (another edition of the title, where no year is printed). */
  readonly alternatives: readonly Guideline[];
  /** The guideline's name in the text. */
  readonly title: { readonly text: string; readonly span: Span } | null;
  readonly chapter: { readonly number: number; readonly span: Span } | null;
  readonly year: { readonly value: number; readonly span: Span } | null;
  readonly sections: readonly CitedSection[];
  readonly pages: readonly CitedPages[];
}
