import type { DisputedItem } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import type { Citation } from '../../guidelines/guideline.ts';
import type { LineCitation } from '../common/citations.ts';
import { citedPlace, lineCitations, lineFixes } from '../common/citations.ts';
import { span } from '../../markdown/span.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const citationIncomplete = defineRule({
  id: 'citation-incomplete',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'information',
  waits: true,
  summary: 'A citation can be found again: edition, chapter, section or page for the MTUS; author, journal and year for a study.',
  why: 'The parties must be able to read what the decision rests on, in the edition that the reviewer read.',
  sources: [{ title: '8 CCR 9792.21.1(d)(3), the format of citations' }],
  leavesAlone: ['ODG without a year, which is the custom (116 of 121).', 'A citation by page or section without a year, as in 2013.', 'The claims administrator’s line.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### TENS unit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 114-116.'],
    invalid: [{ draft: '### TENS unit: Upheld\n\n**MAXIMUS guideline:** Decision based on ⟦MTUS Chronic Pain Medical Treatment Guidelines⟧.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines ask for a trial, and none is recorded. Therefore, the unit is not medically necessary.' }],
  },
  messages: {
    unnamed: ({ item, citation }: { item: number; citation: string }) =>
      `${itemName(item)} cites “${shortText(citation)}” without naming a guideline of it. Add it, so that the source can be found again.`,
    noPlace: ({ item, citation }: { item: number; citation: string }) =>
      `${itemName(item)} cites “${shortText(citation)}” without year, chapter, section or page. Add it, so that the source can be found again.`,
    noAuthor: ({ item, citation }: { item: number; citation: string }) =>
      `${itemName(item)} cites “${shortText(citation)}” without author, title and year. Add it, so that the source can be found again.`,
    noYear: ({ item, citation }: { item: number; citation: string }) =>
      `${itemName(item)} cites “${shortText(citation)}” without a year. Add it, so that the source can be found again.`,
    brokenOff: ({ item, words }: { item: number; words: string }) =>
      `${itemName(item)}: the guideline line ends with “${words}”, and nothing follows. Write what belongs there, or take it out.`,
  },
  check: (item, context, report) => {
    const { reviewerGuideline: line } = item.reading;
    const text = line?.prose.text ?? '';
    const end = BREAKS_OFF.map((pattern) => pattern.exec(text)).find((match) => match !== null);
    if (line && end) report({ severity: end[0].includes(':') ? 'information' : 'warning', span: sourceSpan(line.prose, span(end.index + end[0].indexOf(end[1]!), end.index + end[0].indexOf(end[1]!) + end[1]!.length)), messageId: 'brokenOff', data: { item: item.number, words: end[1]! } });
    for (const cited of lineCitations(item.reading)) {
      if (cited.quoted) continue;
      const messageId = missingPart(cited.citation);
      if (messageId === null || (messageId === 'noYear' && goesOnWithYear(cited))) continue;
      report({ span: citedPlace(cited, cited.citation.span), messageId, data: { item: item.number, citation: cited.citation.text }, fixes: fixes(item, context, cited) });
    }
  },
});

/** "Section(s):" and nothing behind it, or a word that something must follow: "…, on". */
const BREAKS_OFF = [/\b((?:section|page)(?:s|\(s\))? ?:)[\s.]{0,9}$/i, /[\s,](on|in|of|and|or|the|to|for|at|from|with|by|see)$/i];

function missingPart({ status, kind, guideline, year, chapter, sections, pages, text }: Citation): 'unnamed' | 'noPlace' | 'noAuthor' | 'noYear' | null {
  if (status === 'resolved' && (kind === 'mtus' || kind === 'acoem')) {
    if (!guideline) return 'unnamed';
    return year || chapter || sections.length > 0 || pages.length > 0 ? null : 'noPlace';
  }
  if (kind !== 'study') return null;
  if (/^\W*(?:https?:\/\/|www\.)\S+(?:\s\W*)?$/i.test(text)) return 'noAuthor';
  if (year || /\b(?:19|20)\d{2}\b/.test(text)) return null;
  return namesAuthor(text) ? 'noYear' : 'noAuthor';
}

/** "… Cell salvage. Cochrane Database Syst Rev. 2010": the journal was taken for a source of its own. */
function goesOnWithYear({ citation, line: { citations } }: LineCitation): boolean {
  const next = citations[citations.indexOf(citation) + 1];
  return next?.status === 'external' && next.span.start - citation.span.end <= 3 && /\b(?:19|20)\d{2}\b/.test(next.text);
}

/** "Ames J", "Ames et al.": somebody who wrote it. */
function namesAuthor(text: string): boolean {
  return /\bet al\b|\p{Lu}\p{Ll}+,?\s\p{Lu}{1,3}\b/u.test(text);
}

function fixes(item: DisputedItem, context: LetterContext, cited: LineCitation): Fix[] {
  const { kind, guideline } = cited.citation;
  const namesNone = (kind === 'mtus' || kind === 'acoem') && !guideline && cited.line.citations.length === 1;
  return namesNone ? lineFixes(item, context, (newText) => ({ span: cited.line.prose.span, newText })) : yearFix(cited);
}

function yearFix(cited: LineCitation): Fix[] {
  const { guideline, title } = cited.citation;
  if (!guideline || guideline.year === null || !title) return [];
  const place = citedPlace(cited, { start: title.span.end, end: title.span.end });
  return [{ title: `Add the year: “${guideline.title} ${guideline.year}”`, applicability: 'suggestion', edits: [{ span: place, newText: ` ${guideline.year}` }] }];
}

function shortText(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
