import type { CitedPages, Guideline } from '../../guidelines/guideline.ts';
import type { DisputedItem } from '../../determination/model.ts';
import { span } from '../../markdown/span.ts';
import { citedPlace, fittingGuidelines, lineCitations, onLine, type LineCitation } from '../common/citations.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { itemName, plural } from '../common/wording.ts';

type CitedPage = { readonly item: number; readonly pages: string; readonly guideline: string };
type Extent = { readonly first: number; readonly last: number };

export const pageOutOfRange = defineRule({
  id: 'page-out-of-range',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'error',
  summary: 'A cited page lies within the guideline.',
  why: 'Page 146 of a guideline of 127 pages was mistyped or taken from another document; whoever looks it up finds nothing.',
  sources: [{ title: 'Page counts of the catalogue, each with its source' }],
  leavesAlone: ['Guidelines whose length isn’t known.', 'Chapter ranges that are only recalled give a hint, and advice where the page is more than twenty away.', 'On the claims administrator’s line it is information at most.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Home exercise kit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 46-47.'],
    invalid: [{
      draft: '### Home exercise kit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): ⟦146-147⟧.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines favour exercise of any kind, and none needs this kit. Therefore, the kit is not medically necessary.',
    }],
  },
  messages: {
    backwards: ({ item, pages, guideline }: CitedPage) => `${itemName(item)} cites page ${pages} of “${guideline}”, which runs backwards.`,
    beyondEnd: ({ item, pages, guideline, count }: CitedPage & { readonly count: number }) =>
      `${itemName(item)} cites page ${pages} of “${guideline}”, which has ${plural(count, 'page')}.`,
    elsewhere: ({ item, pages, guideline, first, last }: CitedPage & Extent) =>
      `${itemName(item)} cites page ${pages} of “${guideline}”, which stands on pages ${first} to ${last}.`,
    perhapsElsewhere: ({ item, pages, guideline, first, last }: CitedPage & Extent) =>
      `${itemName(item)} cites page ${pages} of “${guideline}”, which is thought to stand on pages ${first} to ${last}.`,
    noSuchPage: ({ item, pages, guideline }: CitedPage) => `${itemName(item)} cites page ${pages} of “${guideline}”, which has no such page.`,
  },
  check: (item, context, report) => {
    for (const cited of lineCitations(item.reading)) {
      const { guideline, status, pages } = cited.citation;
      if (!guideline || status !== 'resolved') continue;
      for (const page of pages) {
        const fault = faultOf(guideline, page);
        if (!fault) continue;
        const place = {
          span: citedPlace(cited, page.span),
          severity: onLine(cited, fault === 'perhapsElsewhere' ? (isFar(guideline, page) ? 'information' : 'hint') : 'error'),
          fixes: () => fixesFor(item, context, cited, page),
        };
        const data = { item: item.number, pages: pageText(page), guideline: guideline.title };
        const { pages: extent, pageCount } = guideline;
        if (fault === 'beyondEnd') report({ ...place, messageId: fault, data: { ...data, count: pageCount ?? 0 } });
        else if (fault === 'elsewhere' || fault === 'perhapsElsewhere') report({ ...place, messageId: fault, data: { ...data, first: extent?.from ?? 0, last: extent?.to ?? 0 } });
        else report({ ...place, messageId: fault, data });
      }
    }
  },
});

/** What is wrong with the page: surely beyond the end of the guideline or of verified pages, perhaps beyond recalled pages of a chapter; null within. */
function faultOf({ pages, pagesVerified, pageCount }: Guideline, { from, to }: CitedPages): 'backwards' | 'beyondEnd' | 'elsewhere' | 'perhapsElsewhere' | 'noSuchPage' | null {
  if (from > to) return 'backwards';
  if (pageCount !== null && to > pageCount) return 'beyondEnd';
  if (pages && (to < pages.from || from > pages.to)) return pagesVerified ? 'elsewhere' : 'perhapsElsewhere';
  return pageCount !== null && from < 1 ? 'noSuchPage' : null;
}

/** So many pages off, a range that is only recalled is no excuse any more: it is advice to look. */
const FAR = 20;

function isFar({ pages }: Guideline, { from, to }: CitedPages): boolean {
  return pages !== null && (to < pages.from - FAR || from > pages.to + FAR);
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
