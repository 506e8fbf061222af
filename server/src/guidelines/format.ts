import type { Guideline, GuidelineSection, PageRange } from './guideline.ts';
import { guidelinesByChapter } from './lookup.ts';

/** `2016`: title, year and sections. `2013`: chapter and title, pages. `outside`: the two sentences of a Non-MTUS citation. */
export type CitationStyle = '2016' | '2013' | 'outside';

export interface CitationDetails {
  readonly sections?: readonly (GuidelineSection | string)[];
  readonly pages?: readonly PageRange[];
  /** Without one: `outside` for ODG, `2016` for all others. */
  readonly style?: CitationStyle;
}

/** A guideline line as a letter prints it: "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies." */
export function formatCitation(guideline: Guideline, details: CitationDetails = {}): string {
  const style = details.style ?? (guideline.family === 'odg' ? 'outside' : '2016');
  if (style === 'outside' || guideline.family === 'odg') return outsideLine(guideline, details);
  return `Decision based on MTUS ${formatSource(guideline, { ...details, style })}.`;
}

/** The same without the words around it, as it stands behind "and": "Low Back Complaints 2004, Section(s): Special Studies". */
export function formatSource(guideline: Guideline, details: CitationDetails = {}): string {
  if (guideline.family === 'odg') return odgSource(guideline, details);
  const sections = titles(details);
  if (details.style === '2013') {
    const pages = pageList(details.pages ?? []);
    return name2013(guideline) + (pages && ` Page(s): ${pages}`) + (!pages && sections ? `, Section(s): ${sections}` : '');
  }
  const year = guideline.year === null ? '' : ` ${guideline.year}`;
  return `${guideline.title}${year}` + (sections && `, Section(s): ${sections}`);
}

function name2013(guideline: Guideline): string {
  const year = guideline.year === null ? '' : ` ${guideline.year}`;
  if (guideline.family === 'acoem-2004' && guideline.chapter !== null) {
    const alone = guidelinesByChapter(guideline.chapter)[0] === guideline;
    return `ACOEM Chapter ${guideline.chapter} ${guideline.title}${alone ? '' : year}`;
  }
  // Letters of that time cite it without its year; of all others the year tells the edition.
  return guideline.id === 'mtus-chronic-pain-2009' ? 'Chronic Pain Treatment Guidelines' : guideline.title + year;
}

function outsideLine(guideline: Guideline, details: CitationDetails): string {
  const source = guideline.family === 'odg' ? odgSource(guideline, details) : `ACOEM ${guideline.title}, ${guideline.year}`;
  return 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. '
    + `Decision based on Non-MTUS Citation ${source}.`;
}

function odgSource(guideline: Guideline, details: CitationDetails): string {
  const chapter = guideline.id === 'odg' ? '' : `, ${guideline.title}`;
  const sections = titles(details);
  return `Official Disability Guidelines (ODG)${chapter}` + (sections && `, ${sections}`);
}

function titles({ sections = [] }: CitationDetails): string {
  return sections.map((section) => (typeof section === 'string' ? section : section.title)).join(', ');
}

function pageList(pages: readonly PageRange[]): string {
  return pages.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
