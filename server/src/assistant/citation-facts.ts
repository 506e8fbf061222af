import type { CitationFacts, GuidelineFacts } from '../../../protocol/tools.ts';
import { catalogue } from '../guidelines/catalogue.ts';
import type { Citation, Guideline } from '../guidelines/guideline.ts';
import { inForceOn } from '../guidelines/lookup.ts';

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
