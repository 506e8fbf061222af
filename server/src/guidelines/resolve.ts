import { catalogue } from './catalogue.ts';
import type { Citation, Guideline } from './guideline.ts';
import { inForceOn } from './in-force.ts';
import { guidelinesByChapter, guidelinesByRegulation, sameWords } from './lookup.ts';
import type { Reading, SourceParts } from './source-parts.ts';
import { wordsOf } from './words.ts';

/**
 * The citation that the parts of a source make. The title decides, the chapter only where there is no
 * title: "ACOEM Chapter 11 Low Back Complaints" is chapter 12, and `chapter` keeps the 11. A year
 * that no edition bears makes it `unknown`; a name without a year stands for the edition of the
 * day, or of the page that is cited, or else the first one, and the others are `alternatives`.
 */
export function resolveSource(reading: Reading, parts: SourceParts, inherited: 'mtus' | 'acoem' | null): Citation {
  const named = candidates(parts);
  const year = parts.year;
  const dated = year ? named.filter((guideline) => guideline.printedYears.includes(year.value)) : named;
  const ordered = dated.length > 1 ? preferred(dated, parts, reading.date) : dated;
  const guideline = ordered[0] ?? null;
  const namesNothing = parts.title === null && parts.chapter === null && parts.regulation === null;
  const family = guideline?.family === 'mtus' ? 'mtus' : null;
  return {
    text: reading.text.slice(parts.start, parts.end),
    span: { start: parts.start, end: parts.end },
    status: guideline || namesNothing || isRegulation(parts) ? 'resolved' : 'unknown',
    kind: parts.kind ?? family ?? inherited ?? (guideline?.family.startsWith('acoem') ? 'acoem' : 'mtus'),
    guideline,
    alternatives: guideline ? ordered.slice(1) : named,
    title: parts.title,
    chapter: parts.chapter,
    year: parts.year,
    sections: parts.sections,
    pages: parts.pages,
  };
}

/** "MTUS Definitions", "9792.20": a section of the MTUS itself, which is no guideline. */
function isRegulation({ title, regulation }: SourceParts): boolean {
  if (title && /^(?:the\s+)?definitions?$/i.test(title.text)) return true;
  return title === null && regulation !== null && catalogue().regulations.some(({ section }) => section === regulation);
}

function candidates(parts: SourceParts): readonly Guideline[] {
  const { title, chapter, regulation } = parts;
  const named = parts.named.length > 0 || !title ? parts.named : sameWords(wordsOf(title.text).map(({ text }) => text), 'mtus');
  if (named.length > 0 || title) {
    const ofChapter = chapter ? named.filter((guideline) => guideline.chapter === chapter.number) : [];
    return ofChapter.length > 0 ? ofChapter : named;
  }
  if (chapter) return guidelinesByChapter(chapter.number);
  return regulation ? guidelinesByRegulation(regulation) : [];
}

/** Editions of one name, the likeliest first; otherwise they keep the catalogue's order. */
function preferred(editions: readonly Guideline[], parts: SourceParts, date: string | null): readonly Guideline[] {
  const score = (guideline: Guideline): number => {
    const inForce = date !== null && inForceOn(guideline, date).status === 'in-force' ? 4 : 0;
    // A page number tells editions apart that count differently (elbow: 1 to 67, and 227 to 251).
    const onPage = parts.pages.length > 0 && parts.pages.every((pages) => holds(guideline, pages.from)) ? 2 : 0;
    return inForce + onPage + (parts.kind === 'acoem' && guideline.family === 'acoem-2004' && date === null ? 1 : 0);
  };
  return [...editions].sort((a, b) => score(b) - score(a));
}

function holds({ pages }: Guideline, page: number): boolean {
  return pages !== null && pages.from <= page && page <= pages.to;
}
