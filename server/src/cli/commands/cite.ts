import { readCitations } from '../../guidelines/citation.ts';
import { catalogue, useCatalogue } from '../../guidelines/catalogue.ts';
import type { Citation, Guideline } from '../../guidelines/guideline.ts';
import { endsWithHorizon, horizonWords } from '../../guidelines/horizon.ts';
import { isNewerAcoem } from '../../service/citation-words.ts';
import { NEWEST_ACOEM } from '../../service/guideline-words.ts';
import type { Console, ExitCode } from '../console.ts';
import { citationOutline } from '../outline.ts';
import { catalogueOf } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface CiteOptions {
  readonly format: string;
  /** The day on which the citation has to hold, YYYY-MM-DD. */
  readonly date?: string;
}

/** `imr cite`: what a citation means to the guideline catalogue. */
export async function cite(text: string, { format, date }: CiteOptions, console: Console): Promise<ExitCode> {
  useCatalogue(await catalogueOf(console.cwd));
  const citations = readCitations(text, date ?? null);
  if (format === 'json') console.out(`${JSON.stringify(citations.map(citationEntry), null, 2)}\n`);
  else console.out(citations.length > 0 ? citations.map(describe).join('\n') : 'No citation found.\n');
  return 0;
}

function citationEntry(citation: Citation): object {
  const { guideline } = citation;
  return {
    ...citationOutline(citation),
    kind: citation.kind,
    year: citation.year?.value ?? null,
    ...(guideline && {
      title: guideline.fullTitle,
      inForce: { from: guideline.inForce.from, to: guideline.inForce.to, ...(endsWithHorizon(guideline) && { knownUntil: catalogue().knownUntil }) },
      regulation: guideline.regulation,
      confidence: guideline.confidence,
    }),
  };
}

function describe(citation: Citation): string {
  const { text, guideline, sections, pages, status } = citationOutline(citation);
  const lines = [`${text}: ${status}`];
  if (isNewerAcoem(citation)) lines.push(`  ${NEWEST_ACOEM}`);
  else if (citation.guideline) lines.push(`  ${guideline}: ${citation.guideline.fullTitle}`, `  in force ${period(citation.guideline)}`);
  citation.sections.forEach((cited, index) => lines.push(`  section ${sections[index]}: ${cited.section ? cited.section.title : 'not in the catalogue'}`));
  if (pages.length > 0) lines.push(`  pages ${pages.join(', ')}`);
  return `${lines.map(visibleLine).join('\n')}\n`;
}

function period(guideline: Guideline): string {
  const { inForce: { from, to }, regulation } = guideline;
  const start = from ? `from ${from}` : 'from an unknown day';
  if (endsWithHorizon(guideline)) return `${start}; ${horizonWords(regulation)}`;
  return `${start} ${to ? `to ${to}` : 'on'}`;
}
