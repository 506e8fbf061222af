import type { ItemReading } from '../../determination/model.ts';
import type { Citation, Guideline, GuidelineSection } from '../../guidelines/guideline.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';

/** A section of the MTUS on what an item asks for. */
export interface QuotedSection {
  readonly guideline: Guideline;
  readonly section: GuidelineSection;
}

/** The section on the very treatment of the title that the claims administrator's line cites, by name or page: the MTUS isn't silent on it. */
export const quotedSectionOf = keptBy(({ claimsAdministratorGuideline, title }: ItemReading): QuotedSection | null => {
  const cited = claimsAdministratorGuideline?.citations.filter(({ status, guideline }) => status === 'resolved' && guideline?.family === 'mtus') ?? [];
  if (cited.length === 0) return null;
  const asked = new Set(findTreatments(title.text).map(({ value }) => value.id));
  if (asked.size === 0) return null;
  for (const citation of cited) {
    const section = citation.guideline?.sections.find((each) => isCited(citation, each) && findTreatments(each.title).some(({ value }) => asked.has(value.id)));
    if (citation.guideline && section) return { guideline: citation.guideline, section };
  }
  return null;
});

function isCited({ sections, pages }: Citation, section: GuidelineSection): boolean {
  return sections.some((cited) => cited.section === section) || pages.some(({ from, to }) => section.pages !== null && from <= section.pages.to && to >= section.pages.from);
}
