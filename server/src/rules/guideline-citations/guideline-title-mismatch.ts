import { guidelinesByChapter } from '../../guidelines/lookup.ts';
import type { Span } from '../../markdown/span.ts';
import { citedPlace, coversRegion, foreignTitle, lineCitations, onLine, urDenialDate, type LineCitation } from '../common/citations.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const guidelineTitleMismatch = defineRule({
  id: 'guideline-title-mismatch',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'error',
  summary: 'A chapter’s number and its title belong together, and so do a title and the section that adopts it.',
  why: '“ACOEM Chapter 11 Low Back Complaints” names two chapters. Nobody can tell which one the decision rests on.',
  sources: [{ title: 'ACOEM Occupational Medicine Practice Guidelines, 2nd edition (2004), chapters 1 to 16' }],
  leavesAlone: ['A number or a title alone.', 'On the claims administrator’s line it is information only.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.'],
    invalid: [{
      draft: '### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ACOEM ⟦Chapter 11 Low Back Complaints⟧.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
      fixed: '### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
    }],
  },
  messages: {
    otherTitle: ({ item, chapter, title, guideline, its, right }: { item: number; chapter: number; title: string; guideline: string; its: number; right: string }) =>
      `${itemName(item)} cites chapter ${chapter} as “${title}”, but chapter ${chapter} is “${right}”; “${guideline}” is chapter ${its}.`,
    noSuchChapter: ({ item, chapter, title, guideline, its }: { item: number; chapter: number; title: string; guideline: string; its: number }) =>
      `${itemName(item)} cites chapter ${chapter} as “${title}”, but there is no such chapter; “${guideline}” is chapter ${its}.`,
    unknownTitle: ({ item, chapter, title, right }: { item: number; chapter: number; title: string; right: string }) =>
      `${itemName(item)} cites chapter ${chapter} as “${title}”, but chapter ${chapter} is “${right}”, and no guideline is called “${title}”.`,
    otherRegulation: ({ item, regulation, guideline, its }: { item: number; regulation: string; guideline: string; its: string }) =>
      `${itemName(item)} cites section ${regulation} for “${guideline}”, which is adopted by section ${its}. Correct the one that is wrong.`,
  },
  check: (item, context, report) => {
    for (const cited of lineCitations(item.reading)) {
      const regulation = otherRegulation(cited);
      if (regulation) {
        const { number, guideline, its, span } = regulation;
        report({
          span, messageId: 'otherRegulation', severity: onLine(cited, 'error'), data: { item: item.number, regulation: number, guideline, its },
          fixes: [{ title: `Replace the section by ${its}`, applicability: 'suggestion', edits: [{ span, newText: its }] }],
        });
      }
      const { chapter, guideline, title } = cited.citation;
      const foreign = chapter && foreignTitle(cited);
      if (foreign) {
        const { chapter: { title: right }, title: { text, span } } = foreign;
        report({
          span: citedPlace(cited, { start: Math.min(chapter.span.start, span.start), end: Math.max(chapter.span.end, span.end) }),
          messageId: 'unknownTitle', severity: onLine(cited, 'error'), data: { item: item.number, chapter: chapter.number, title: text, right },
          fixes: [{ title: `Replace the title by “Chapter ${chapter.number} ${right}”`, applicability: 'suggestion', edits: [{ span: citedPlace(cited, span), newText: right }] }],
        });
      }
      if (!chapter || !title || !guideline || guideline.chapter === null || guideline.chapter === chapter.number) continue;
      const byNumber = guidelinesByChapter(chapter.number, urDenialDate(context)).find(({ family }) => family === 'acoem-2004') ?? guidelinesByChapter(chapter.number)[0];
      const span = citedPlace(cited, { start: Math.min(chapter.span.start, title.span.start), end: Math.max(chapter.span.end, title.span.end) });
      const number: Fix = {
        title: `Replace the number by ${guideline.chapter}: “Chapter ${guideline.chapter} ${guideline.title}”`,
        applicability: 'suggestion',
        edits: [{ span: citedPlace(cited, numberSpan(cited.citation.text, cited.citation.span.start, chapter)), newText: String(guideline.chapter) }],
      };
      const named: Fix[] = byNumber
        ? [{ title: `Replace the title by “Chapter ${chapter.number} ${byNumber.title}”`, applicability: 'suggestion', edits: [{ span: citedPlace(cited, title.span), newText: byNumber.title }] }]
        : [];
      // A reading that would put the item under another part of the body is no remedy.
      const fitsByTitle = coversRegion(guideline, item.reading.regions);
      const fitsByNumber = byNumber !== undefined && coversRegion(byNumber, item.reading.regions);
      const place = {
        span, severity: onLine(cited, 'error'), fixes: [...(fitsByTitle || !fitsByNumber ? [number] : []), ...(fitsByNumber || !fitsByTitle ? named : [])],
      };
      const data = { item: item.number, chapter: chapter.number, title: title.text, guideline: guideline.title, its: guideline.chapter };
      if (byNumber) report({ ...place, messageId: 'otherTitle', data: { ...data, right: byNumber.title } });
      else report({ ...place, messageId: 'noSuchChapter', data });
    }
  },
});

/** A section of title 8 that adopts the guideline of one part of the body. */
const REGULATION = /9792\.23\.\d{1,2}(?!\d)/g;
/** So far before the title its section may stand. */
const NEAR = 60;

/** The section of the regulations right before a title, where it adopts another guideline: "8 CCR 9792.23.6, Low Back Disorders". */
function otherRegulation(cited: LineCitation): { readonly number: string; readonly guideline: string; readonly its: string; readonly span: Span } | null {
  const { title, guideline } = cited.citation;
  if (!title || !guideline?.regulation?.startsWith('9792.23.')) return null;
  const from = Math.max(0, title.span.start - NEAR);
  const last = [...cited.line.prose.text.slice(from, title.span.start).matchAll(REGULATION)].at(-1);
  if (!last || last[0] === guideline.regulation) return null;
  const start = from + last.index;
  return { number: last[0], guideline: guideline.title, its: guideline.regulation, span: citedPlace(cited, { start, end: start + last[0].length }) };
}

/** The digits of "Chapter 11". */
function numberSpan(text: string, start: number, chapter: { readonly number: number; readonly span: { readonly start: number; readonly end: number } }): { start: number; end: number } {
  const words = text.slice(chapter.span.start - start, chapter.span.end - start);
  const at = words.lastIndexOf(String(chapter.number));
  return at < 0 ? chapter.span : { start: chapter.span.start + at, end: chapter.span.start + at + String(chapter.number).length };
}
