import type { CitedPages, Guideline, PageRange } from '../../guidelines/guideline.ts';
import { findDrugs, sharesIngredient } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { citedPlace, fittingGuidelines, lineCitations } from '../common/citations.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName, requestOf } from '../common/wording.ts';

/** Topics are recalled to about this many pages. */
const NEAR = 3;

export const pageTopicMismatch = defineRule({
  id: 'page-topic-mismatch',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'hint',
  summary: 'A cited page holds the topic that the item is about.',
  why: 'Letters of 2013 to 2016 cite by page. A page carried over from another item leads the reader to another topic.',
  sources: [{ title: 'Topics and pages of the 2009 Chronic Pain guideline as recalled from IMR practice; not checked against its text' }],
  leavesAlone: ['Pages up to three away from the topic’s.', 'Items whose topic in that guideline isn’t known.', 'Pages on the drug that is asked for, or on its class.', 'The claims administrator’s line.'],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM14-0000001\nur-denial-date: 2014-02-10\n---\n\n### Norco 10/325 mg #60: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 78-80.'],
    invalid: [{
      draft: '---\ncase-number: CM14-0000001\nur-denial-date: 2014-02-10\n---\n\n### Norco 10/325 mg #60: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): ⟦24⟧.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines ask for gains in function, and none is recorded. A taper is advised. Therefore, Norco is not medically necessary.',
    }],
  },
  messages: {
    topicElsewhere: ({ item, guideline, pages }: { item: number; guideline: string; pages: string }) =>
      `${itemName(item)}: in “${guideline}” the topic is thought to stand on page ${pages}. Make sure that the page is right.`,
  },
  check: (item, context, report) => {
    const cited = lineCitations(item.reading).filter(({ quoted, citation }) => !quoted && citation.pages.length > 0 && citation.status === 'resolved');
    if (cited.length === 0) return;
    const ranked = fittingGuidelines(item, context);
    for (const source of cited) {
      const { guideline, pages } = source.citation;
      // An introduction is nobody's topic.
      const topics = ranked.flatMap((each) => (each.guideline === guideline && each.pages && each.pages.from > 1 ? [each.pages] : []));
      const first = topics[0];
      if (!guideline || !first || pages.some((page) => !isWithin(guideline, page) || topics.some((topic) => isNear(page, topic)))) continue;
      const page = pages[0];
      if (!page || drugPages(guideline, requestOf(item)).some((topic) => pages.some((cited) => isNear(cited, topic)))) continue;
      const newText = first.from === first.to ? String(first.from) : `${first.from}-${first.to}`;
      report({
        span: citedPlace(source, page.span),
        messageId: 'topicElsewhere',
        data: { item: item.number, guideline: guideline.title, pages: newText },
        fixes: [{ title: `Replace by ${newText}`, applicability: 'suggestion', edits: [{ span: citedPlace(source, page.span), newText }] } satisfies Fix],
      });
    }
  },
});

/** Where the guideline speaks of a requested drug or of its class: a drug often has a page of its own, and its class another. */
function drugPages(guideline: Guideline, request: string): PageRange[] {
  const drugs = findDrugs(request).map(({ value }) => value);
  if (drugs.length === 0) return [];
  return topicsOf(guideline)
    .filter((topic) => drugs.some((drug) => topic.classes.has(drug.class) || topic.drugs.some((other) => sharesIngredient(drug, other))))
    .map(({ pages }) => pages);
}

/** The sections of a guideline that name drugs or treatments, with their pages. */
const topicsOf = keptBy(({ sections }: Guideline) => sections.flatMap(({ title, pages }) => {
  const drugs = findDrugs(title).map(({ value }) => value);
  const classes = new Set(findTreatments(title).map(({ value }) => value.id));
  return pages && drugs.length + classes.size > 0 ? [{ pages, drugs, classes }] : [];
}));

function isNear(page: CitedPages, topic: PageRange): boolean {
  return page.from <= topic.to + NEAR && page.to >= topic.from - NEAR;
}

/** Pages outside of the guideline are another rule's matter. */
function isWithin({ pageCount }: Guideline, { from, to }: CitedPages): boolean {
  return from <= to && (pageCount === null || to <= pageCount);
}
