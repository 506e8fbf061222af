import type { CitedPages, Guideline, PageRange } from '../../guidelines/guideline.ts';
import { findDrugs, sharesIngredient } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { citedPlace, fittingGuidelines, lineCitations, type LineCitation } from '../common/citations.ts';
import { haveTopicInCommon, isForeign, sectionsOnPages } from '../common/section-topics.ts';
import type { ItemReading } from '../../determination/model.ts';
import type { GuidelineSection } from '../../guidelines/guideline.ts';
import { sectionsFor, type RankedGuideline } from '../../guidelines/ranking.ts';
import { hasWord, readSentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName, requestOf } from '../common/wording.ts';

/** Topics are recalled to about this many pages. */
const NEAR = 3;

export const pageTopicMismatch = defineRule({
  id: 'page-topic-mismatch',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'information',
  summary: 'A cited page or section holds the topic that the item is about.',
  why: 'Letters of 2013 to 2016 cite by page. A page carried over from another item leads the reader to another topic.',
  sources: [{ title: 'Topics and pages of the 2009 Chronic Pain guideline as recalled from IMR practice; not checked against its text' }],
  leavesAlone: ['Pages up to three away from the topic’s.', 'Items whose topic in that guideline isn’t known.', 'Sections that the title or the rationale speaks of in any way, and those that are of use for any request.', 'Pages on the drug that is asked for, or on its class, but for what is put on the skin.', 'The claims administrator’s line.'],
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
    otherSection: ({ item, cited, fits }: { item: number; cited: string; fits: string }) =>
      `${itemName(item)} cites the section “${cited}”, of which neither the request nor the rationale speaks. Perhaps “${fits}” is meant.`,
  },
  check: (item, context, report) => {
    const own = lineCitations(item.reading).filter(({ quoted, citation }) => !quoted && citation.status === 'resolved');
    if (own.length === 0 || own.every(({ citation: { pages, sections } }) => pages.length + sections.length === 0)) return;
    const ranked = fittingGuidelines(item, context);
    const other = otherSection(own, item.reading, ranked);
    if (other) {
      const { source, section, fits } = other;
      report({
        span: citedPlace(source, section.span), messageId: 'otherSection', data: { item: item.number, cited: section.text, fits: fits.title },
        fixes: [{ title: `Replace by “${fits.title}”`, applicability: 'suggestion', edits: [{ span: citedPlace(source, section.span), newText: fits.title }] } satisfies Fix],
      });
    }
    const cited = own.filter(({ citation }) => citation.pages.length > 0);
    for (const source of cited) {
      const { guideline, pages } = source.citation;
      // An introduction is nobody's topic.
      const topics = ranked.flatMap((each) => (each.guideline === guideline && each.pages && each.pages.from > 1 ? [each.pages] : []));
      const first = topics[0];
      if (!guideline || !first || pages.some((page) => !isWithin(guideline, page) || topics.some((topic) => isNear(page, topic)))) continue;
      const page = pages[0];
      if (!page || isNamedThere(guideline, requestOf(item), page) || drugPages(guideline, requestOf(item)).some((topic) => pages.some((cited) => isNear(cited, topic)))) continue;
      const newText = first.from === first.to ? String(first.from) : `${first.from}-${first.to}`;
      report({
        span: citedPlace(source, page.span),
        messageId: 'topicElsewhere',
        severity: holdForeign(guideline, pages, item.reading) ? 'information' : 'hint',
        data: { item: item.number, guideline: guideline.title, pages: newText },
        fixes: [{ title: `Replace by ${newText}`, applicability: 'suggestion', edits: [{ span: citedPlace(source, page.span), newText }] } satisfies Fix],
      });
    }
  },
});

interface OtherSection {
  readonly source: LineCitation;
  readonly section: LineCitation['citation']['sections'][number];
  /** The guideline's own section on what is asked for. */
  readonly fits: GuidelineSection;
}

/** What a visit or a test is for hangs on more than its own name. */
const OF_ANY_TOPIC: ReadonlySet<string> = new Set(['consultation', 'evaluation', 'testing', 'imaging', 'electrodiagnostics']);

/** The first section of a line all of whose sections are foreign to the item, in a guideline that has one on the request. */
function otherSection(own: readonly LineCitation[], reading: ItemReading, ranked: readonly RankedGuideline[]): OtherSection | null {
  if (reading.reviewerGuideline?.citations.some(({ status }) => status === 'external' || status === 'unknown')) return null;
  if (findTreatments(reading.title.text).some(({ value }) => OF_ANY_TOPIC.has(value.kind))) return null;
  const usual = sectionsFor(reading.title.text);
  for (const source of own) {
    const { guideline, sections } = source.citation;
    const [section] = sections;
    if (guideline?.family !== 'mtus' || !section || !sections.every((each) => each.section && !usual.includes(each.section.title) && isForeign(each.section, reading))) continue;
    const fits = ranked.find((each) => each.guideline === guideline && each.section)?.section;
    if (fits && !sections.some((each) => each.section && haveTopicInCommon(each.section, fits))) return { source, section, fits };
  }
  return null;
}

/** Whether all that is known to stand on the pages is foreign to the item: then the page was hardly meant. */
function holdForeign(guideline: Guideline, pages: readonly CitedPages[], reading: ItemReading): boolean {
  const there = sectionsOnPages(guideline, pages);
  return there !== null && there.length > 0 && there.every((section) => isForeign(section, reading));
}
/** The request has a word of the title of a section on that page: a “testosterone level”, on the page of its replacement. */
function isNamedThere({ sections }: Guideline, request: string, page: CitedPages): boolean {
  const asked = new Set(wordsOf(request));
  const said = ` ${request.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
  return sections.some(({ title, aliases, pages }) => pages !== null && page.from <= pages.to && page.to >= pages.from
    && (wordsOf(title).some((word) => asked.has(word)) || aliases.some((alias) => said.includes(` ${alias.toLowerCase()} `))));
}

/** Words long enough to mean something by themselves. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{6,}/g)?.filter((word) => !EVERYWHERE.has(word)).map((word) => word.replace(/(?:ions?|ors?|ive)$/, '')) ?? [];
}

const EVERYWHERE: ReadonlySet<string> = new Set(['chronic', 'treatment', 'therapy', 'medication', 'medications', 'management', 'criteria', 'introduction', 'system', 'systems', 'injection', 'injections', 'evaluation', 'program', 'programs', 'general']);

/** Where the guideline speaks of a requested drug or of its class: a drug often has a page of its own, and its class another. */
function drugPages(guideline: Guideline, request: string): readonly PageRange[] {
  return drugPagesOf(guideline)(request);
}

const drugPagesOf = keptBy((guideline: Guideline) => rememberShort((request): readonly PageRange[] => {
  // What is put on the skin is argued from its own pages, not from those of what it holds.
  if (hasWord(readSentence(request), 'applied-to-the-skin')) return [];
  const drugs = findDrugs(request).map(({ value }) => value);
  if (drugs.length === 0) return [];
  return topicsOf(guideline)
    .filter(({ onSkin }) => !onSkin)
    .filter((topic) => drugs.some((drug) => topic.classes.has(drug.class) || topic.drugs.some((other) => sharesIngredient(drug, other))))
    .map(({ pages }) => pages);
}));

/** The sections of a guideline that name drugs or treatments, with their pages. */
const topicsOf = keptBy(({ sections }: Guideline) => sections.flatMap(({ title, pages }) => {
  const drugs = findDrugs(title).map(({ value }) => value);
  const classes = new Set(findTreatments(title).map(({ value }) => value.id));
  return pages && drugs.length + classes.size > 0 ? [{ pages, drugs, classes, onSkin: hasWord(readSentence(title), 'applied-to-the-skin') }] : [];
}));

function isNear(page: CitedPages, topic: PageRange): boolean {
  return page.from <= topic.to + NEAR && page.to >= topic.from - NEAR;
}

/** Pages outside of the guideline are another rule's matter. */
function isWithin({ pageCount }: Guideline, { from, to }: CitedPages): boolean {
  return from <= to && (pageCount === null || to <= pageCount);
}
