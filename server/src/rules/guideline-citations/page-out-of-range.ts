import type { CitedPages, Guideline } from '../../guidelines/guideline.ts';
import type { DisputedItem } from '../../determination/model.ts';
import { span } from '../../markdown/span.ts';
import { citedPlace, fittingGuidelines, lineCitations, onLine, type LineCitation } from '../shared/citations.ts';
import { defineRule, type Fix, type LetterContext, type Severity } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

export const pageOutOfRange = defineRule({
  id: 'page-out-of-range',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'error',
  summary: 'A cited page lies within the guideline.',
  why: 'Page 146 of a guideline of 127 pages was mistyped or taken from another document; whoever looks it up finds nothing.',
  sources: [{ title: 'Page counts of the catalogue, each with its source' }],
  leavesAlone: ['Guidelines whose length isn’t known.', 'Chapter ranges that are only recalled give a hint.', 'On the claims administrator’s line it is information at most.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Home exercise kit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 46-47.'],
    invalid: [{
      draft: '### Home exercise kit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): ⟦146-147⟧.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines favour exercise of any kind, and none needs this kit. Therefore, the kit is not medically necessary.',
    }],
  },
  check: (item, context, report) => {
    for (const cited of lineCitations(item.reading)) {
      const { guideline, status, pages } = cited.citation;
      if (!guideline || status !== 'resolved') continue;
      for (const page of pages) {
        const severity = outOfRange(guideline, page);
        if (!severity) continue;
        report({
          span: citedPlace(cited, page.span),
          severity: onLine(cited, severity),
          message: `${itemName(item)} cites page ${pageText(page)} of “${guideline.title}”, which ${extent(guideline, severity, page)}.`,
          fixes: () => fixesFor(item, context, cited, page),
        });
      }
    }
  },
});

/** An error beyond the end of the guideline or of verified pages; beyond recalled pages of a chapter a hint; null within. */
function outOfRange({ pages, pagesVerified, pageCount }: Guideline, { from, to }: CitedPages): Severity | null {
  if (pageCount !== null && (to > pageCount || from < 1)) return 'error';
  if (from > to) return 'error';
  if (pages && (to < pages.from || from > pages.to)) return pagesVerified ? 'error' : 'hint';
  return null;
}

function extent({ pages, pageCount }: Guideline, severity: Severity, { from, to }: CitedPages): string {
  if (from > to) return 'runs backwards';
  if (pageCount !== null && to > pageCount) return `has ${pageCount} pages`;
  return pages ? `${severity === 'hint' ? 'is thought to stand' : 'stands'} on pages ${pages.from} to ${pages.to}` : 'has no such page';
}

function pageText({ from, to }: CitedPages): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** The pages that fit the item, else the citation without pages. */
function fixesFor(item: DisputedItem, context: LetterContext, cited: LineCitation, page: CitedPages): Fix[] {
  const { guideline, pages } = cited.citation;
  const fitting = fittingGuidelines(item, context).find((ranked) => ranked.guideline === guideline && ranked.pages)?.pages;
  const place = citedPlace(cited, page.span);
  const swapped = page.from > page.to ? [{ title: `Replace by ${page.to}-${page.from}`, newText: `${page.to}-${page.from}` }] : [];
  const fits = fitting ? [{ title: `Replace by ${pageText({ ...fitting, span: page.span })}, where the topic stands`, newText: pageText({ ...fitting, span: page.span }) }] : [];
  const fixes: Fix[] = [...swapped, ...fits].map(({ title, newText }) => ({ title, applicability: 'suggestion', edits: [{ span: place, newText }] }));
  const last = pages.at(-1);
  const first = pages[0];
  if (pages.length === 1 && first && last) {
    const { text } = cited.line.prose;
    const label = /,?\s?(?:Pages?\(?s?\)?:?|pp?\.)\s?$/i.exec(text.slice(0, first.span.start));
    // Without the page the edition has to be named.
    const named = cited.citation.year ?? cited.citation.chapter ?? cited.citation.sections[0];
    const year = !named && guideline?.year ? ` ${guideline.year}` : '';
    if (label) fixes.push({ title: year ? `Cite the edition of${year} without a page` : 'Take the page out', applicability: 'suggestion', edits: [{ span: citedPlace(cited, span(label.index, last.span.end)), newText: year }] });
  }
  return fixes;
}
