import type { CitationFacts, GuidelineFacts } from '../../../protocol/tools.ts';
import { catalogue } from '../guidelines/catalogue.ts';
import type { Citation, Guideline } from '../guidelines/guideline.ts';
import { endsWithHorizon, isBeyondHorizon } from '../guidelines/horizon.ts';
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
    id, title: fullTitle, regulation, inForce: { from, to, certain }, thatDay: date === null ? null : statusOn(guideline, date), confidence,
    knownUntil: endsWithHorizon(guideline) ? catalogue().knownUntil : null,
    sources: source.flatMap((name) => {
      const known = catalogue().sources.get(name);
      return known ? [known.url ?? known.note] : [];
    }),
  };
}

/** Of a day beyond what the catalogue knows nothing is said to be in force for certain. */
function statusOn(guideline: Guideline, date: string): GuidelineFacts['thatDay'] {
  const { status } = inForceOn(guideline, date);
  return status === 'in-force' && guideline.family !== 'odg' && isBeyondHorizon(date) ? 'uncertain' : status;
}
