import { catalogue } from '../guidelines/catalogue.ts';
import type { Citation, Confidence, Guideline } from '../guidelines/guideline.ts';
import { isBeyondHorizon } from '../guidelines/horizon.ts';
import { inForceOn } from '../guidelines/lookup.ts';
import { fitWords, inForceWords, nameOf, NEWEST_ACOEM, OUTSIDE_OF_MTUS } from './guideline-words.ts';
import type { Note } from './note.ts';
import { pageWords } from './section-completion.ts';

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  high: 'sure', medium: 'fairly sure', low: 'not sure', recalled: 'from general knowledge, not checked',
};

const LONGEST_NOTE = 100;

/** What a citation is of: the guideline, its sections and pages, when it was in force, and whether that fits the letter's UR denial date. */
export function citationWords(citation: Citation, date: string | null): Note {
  const { guideline, status, alternatives } = citation;
  if (guideline && isNewerAcoem(citation)) return { title: 'ACOEM, outside of the MTUS', paragraphs: [`${citation.text.replace(/\s+/g, ' ')}.`, NEWEST_ACOEM] };
  if (guideline) return { title: nameOf(guideline), paragraphs: guidelineParagraphs(citation, guideline, date) };
  if (status === 'none' && citation.kind === 'mtus') return { title: 'MTUS', paragraphs: ['The line says something of the MTUS, and cites nothing of it.'] };
  if (status === 'none') return { title: 'Nothing cited', paragraphs: ['The line says that no guideline was cited.'] };
  if (status === 'external') return { title: 'Outside of the MTUS', paragraphs: [OUTSIDE_OF_MTUS] };
  if (status === 'resolved') {
    return { title: citation.kind === 'acoem' ? 'ACOEM' : 'MTUS', paragraphs: ['No guideline is named. Say which one, with its section.'] };
  }
  const others = alternatives.length > 0 ? [`There are ${alternatives.map(nameOf).join(', ')}.`] : [];
  return { title: 'Not in the catalogue', paragraphs: ['No MTUS or ACOEM guideline of this name and year is known.', ...others] };
}

/** Cited as a source outside of the MTUS: whichever edition the catalogue takes it for, that need not be the adopted one. */
export function isNewerAcoem({ status, guideline }: Citation): boolean {
  return status === 'external' && guideline !== null && guideline.family !== 'odg';
}

function guidelineParagraphs({ sections, pages }: Citation, guideline: Guideline, date: string | null): string[] {
  const cited = sections.map(({ text, section }) => {
    if (!section) return `Section “${text}”: ${guideline.sectionsKnown === 'all' ? 'the guideline has none of this name' : 'not in the catalogue'}.`;
    const onPages = section.pages ? `, ${pageWords(section.pages)}${section.pagesVerified ? '' : ' (not checked)'}` : '';
    return `Section “${section.title}”${onPages}.`;
  });
  const onPages = pages.flatMap(({ from, to }) => guideline.sections
    .filter(({ pages: own, title }) => own && own.from <= from && to <= own.to && !sections.some(({ section }) => section?.title === title))
    .slice(0, 1)
    .map(({ title }) => `On ${pageWords({ from, to })}: “${title}”.`));
  return [guideline.fullTitle, ...cited, ...onPages, ...timeWords(guideline, date), ...(guideline.confidence === 'high' ? [] : [sourceWords(guideline)])];
}

/** One line where all is well: what stands below it is out of sight where a finding stands above. */
function timeWords(guideline: Guideline, date: string | null): string[] {
  if (date !== null && guideline.family !== 'odg' && inForceOn(guideline, date).status === 'in-force' && !isBeyondHorizon(date)) return [`In force on ${date}, the day of the UR denial.`];
  const fit = fitWords(guideline, date);
  return [inForceWords(guideline), ...(fit ? [fit] : [])];
}

/** Where the catalogue has it from, and how sure it is. */
function sourceWords({ source, confidence }: Guideline): string {
  const notes = source.flatMap((id) => catalogue().sources.get(id)?.note ?? []).slice(0, 2).map((note) => short(note));
  return `Source (${CONFIDENCE[confidence]}): ${notes.join('; ') || 'the catalogue'}.`;
}

function short(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1).trimEnd()}…` : note;
}
