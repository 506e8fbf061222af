import { catalogue } from '../guidelines/catalogue.ts';
import type { Citation, CitationStatus, Confidence, Guideline } from '../guidelines/guideline.ts';
import { inForceOn, type ForceStatus } from '../guidelines/lookup.ts';

/** A guideline as the catalogue has it. Dates: YYYY-MM-DD, both days included; null is open or unknown. */
export interface GuidelineFacts {
  readonly id: string;
  readonly title: string;
  readonly regulation: string | null;
  readonly inForce: { readonly from: string | null; readonly to: string | null; readonly certain: boolean };
  /** Whether it was in force on the day that was asked for, or on that of the letter's UR denial; null without such a day. */
  readonly thatDay: ForceStatus | null;
  /** How sure the catalogue is. `recalled`: general knowledge, checked against nothing. */
  readonly confidence: Confidence;
  /** Where the catalogue has it from: addresses, or where there is none, what the source is. */
  readonly sources: readonly string[];
}

/** A citation without its words: what stands here are the catalogue's own titles. */
export interface CitationFacts {
  readonly status: CitationStatus;
  readonly guideline: GuidelineFacts | null;
  /** Titles of the cited sections; null for one that the catalogue doesn't have. */
  readonly sections: readonly (string | null)[];
  /** "46-47", or "46" for a single page. */
  readonly pages: readonly string[];
}

export function citationFacts({ status, guideline, sections, pages }: Citation, date: string | null): CitationFacts {
  return {
    status,
    guideline: guideline && guidelineFacts(guideline, date),
    sections: sections.map(({ section }) => section?.title ?? null),
    pages: pages.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)),
  };
}

export function guidelineFacts(guideline: Guideline, date: string | null): GuidelineFacts {
  const { id, fullTitle, regulation, inForce: { from, to, certain }, confidence, source } = guideline;
  return {
    id, title: fullTitle, regulation, inForce: { from, to, certain }, thatDay: date === null ? null : inForceOn(guideline, date).status, confidence,
    sources: source.flatMap((name) => {
      const known = catalogue.sources.get(name);
      return known ? [known.url ?? known.note] : [];
    }),
  };
}
