import type { Citation, CitedSection } from '../../guidelines/guideline.ts';
import type { Span } from '../../markdown/span.ts';
import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { areOfOneLimb } from '../../determination/words/subject.ts';
import { regionsNamed, regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { findPerioperative } from '../../vocabulary/treatments.ts';
import type { Determination, DisputedItem, GuidelineLine, Prose } from '../../determination/model.ts';
import { allSentences } from '../../determination/statements.ts';
import { citedPlace, coversRegion, lineFixes } from '../common/citations.ts';
import { parentDecisionsOf } from '../common/dependence.ts';
import { summaryOf } from '../engine/own-words.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { enumerated, itemName } from '../common/wording.ts';

type OtherPart = { readonly item: number; readonly regions: readonly string[]; readonly guideline: string };

export const guidelineBodyPart = defineRule({
  id: 'guideline-body-part',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'error',
  summary: 'A cited guideline covers the part of the body that the request is about.',
  why: 'A knee MRI that is decided under the Low Back chapter was decided under the wrong rules. Five of 439 published items have this fault.',
  sources: [{ title: 'Labor Code 4610.5(c)(2)' }, { title: '8 CCR 9792.21.1(d)' }],
  leavesAlone: [
    'Titles that name no part of the body, but for a drug, or as advice anything else, under a guideline on a part that neither rationale nor summary speaks of, and, as advice, what hangs on an operation of another part.',
    'Guidelines that cover every part: Chronic Pain, Opioids, General Approaches, Acupuncture, and Postsurgical without a section on one part.',
    'A line that cites several sources one of which fits; neighbouring regions; sources whose region isn’t known.',
    'Testing before an operation.', 'On the claims administrator’s line it is information only.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, and Low Back Complaints 2004.'],
    invalid: [{
      draft: '### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ⟦Low Back Complaints 2004⟧, Section(s): Special Studies.\n\n**Decision rationale:** The ACOEM guidelines ask for a period of conservative care, and none is recorded. Therefore, the MRI of the right knee is not medically necessary.',
      fixed: '### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.\n\n**Decision rationale:** The ACOEM guidelines ask for a period of conservative care, and none is recorded. Therefore, the MRI of the right knee is not medically necessary.',
    }],
  },
  messages: {
    decision: ({ item, regions, guideline }: OtherPart) =>
      `${itemName(item)} is about the ${regionWords(regions)}, but the decision rests on “${guideline}”. Cite the guideline that covers it.`,
    section: ({ item, regions, guideline }: OtherPart) =>
      `${itemName(item)} is about the ${regionWords(regions)}, but the decision rests on the section “${guideline}”. Cite the section that covers it.`,
    ofTheCase: ({ item, regions, guideline }: OtherPart) =>
      `The letter speaks of the ${regionWords(regions)} only, but item ${item} rests on “${guideline}”. Cite the guideline that covers it.`,
    ofTheParent: ({ item, regions, guideline }: OtherPart) =>
      `${itemName(item)} is asked for around an operation on the ${regionWords(regions)}, but rests on “${guideline}”. Cite the guideline that covers it.`,
    claimsAdministrator: ({ item, regions, guideline }: OtherPart) =>
      `${itemName(item)} is about the ${regionWords(regions)}, but the claims administrator cites “${guideline}”. Cite the guideline that covers it.`,
  },
  about: (letter) => ({ ofSummary: letter.items.some(({ reading }) => reading.regions.length === 0) ? regionsOf(summaryOf(letter)?.reading.prose) : [], ofParents: partsOfParents(letter) }),
  check: (item, context, report, { ofSummary, ofParents }) => {
    const { regions, title, rationale, reviewerGuideline, claimsAdministratorGuideline } = item.reading;
    // What is for no part is for what hurts: where no word of the case is about the guideline's part of the body, it is another's.
    const ofCase = regions.length > 0 ? [] : [...new Set([...ofSummary, ...regionsOf(rationale?.prose)])];
    const parts = ofCase.filter((region) => !OTHER_REALMS.has(region));
    const foreign = reviewerGuideline && parts.length > 0 && !ofCase.includes('whole-body') ? otherPart(item, context, reviewerGuideline, parts) : null;
    if (isOfNoPart(item)) {
      if (foreign) report({ ...foreign, messageId: 'ofTheCase', severity: 'warning' });
      return;
    }
    const served = regions.length > 0 || !reviewerGuideline || reviewerGuideline.citations.some(({ kind }) => kind === 'odg') ? [] : ofParents.filter((each) => each.item === item.number).flatMap((each) => each.regions);
    if (served.length > 0 && reviewerGuideline) {
      const other = otherSection(reviewerGuideline, served);
      const part = other ? { span: other.span, data: { item: item.number, regions: served, guideline: other.words } } : otherPart(item, context, reviewerGuideline, served);
      if (part) report({ ...part, messageId: 'ofTheParent', severity: 'information' });
      return;
    }
    // ODG has walkers, rides and tests before an operation in the chapters of some parts only.
    if (foreign && reviewerGuideline && !reviewerGuideline.citations.some(({ kind }) => kind === 'odg')) report({ ...foreign, messageId: 'ofTheCase', severity: 'information' });
    const section = reviewerGuideline && otherSection(reviewerGuideline, regions);
    if (section) report({ ...section, messageId: 'section', data: { item: item.number, regions, guideline: section.words }, fixes: () => lineFixes(item, context, (newText) => ({ span: reviewerGuideline.prose.span, newText })) });
    if (!regions.some((region) => !OTHER_REALMS.has(region)) || isOfAnyOperation(title)) return;
    const own = reviewerGuideline && otherPart(item, context, reviewerGuideline);
    if (own) report({ ...own, messageId: 'decision', ...(isBorrowed(reviewerGuideline, rationale?.prose, regions) ? { severity: 'information' } : {}) });
    const quoted = claimsAdministratorGuideline && otherPart(item, context, claimsAdministratorGuideline);
    if (quoted) report({ ...quoted, messageId: 'claimsAdministrator', severity: 'information' });
  },
});

/** The parts of the body that the parents of each item are about: what is asked for around an operation is for its part. */
function partsOfParents(letter: Determination): readonly { readonly item: number; readonly regions: readonly string[] }[] {
  return parentDecisionsOf(letter).map(({ item, parent }) => ({ item, regions: letter.items[parent - 1]?.reading.regions ?? [] }));
}

/** A rationale that names the guideline's part of the same limb, or, under ODG alone, any part beside the requested ones: whoever cites it has looked at it. */
function isBorrowed({ citations }: GuidelineLine, rationale: Prose | undefined, regions: readonly string[]): boolean {
  const cited = citations.filter(({ status }) => status !== 'none');
  const others = regionsOf(rationale).filter((region) => !regions.includes(region));
  return others.length > 0 && (cited.every(({ kind }) => kind === 'odg') || cited.some(({ guideline }) => guideline !== null && others.some((region) => coversRegion(guideline, [region]) && regions.some((own) => areOfOneLimb(own as RegionId, region as RegionId)))));
}

/** Testing and clearance before an operation, its staff and its stay are alike for all parts; a brace behind it is for one. */
function isOfAnyOperation(title: Prose): boolean {
  return findPerioperative(title.text).some(({ value }) => value !== 'post-operative' && value !== 'surgical-service');
}

/** A drug for nothing that its title names. */
function isOfNoPart({ reading: { regions, title } }: DisputedItem): boolean {
  return regions.length === 0 && findDrugs(title.text).length > 0;
}

/** A psychological evaluation for a shoulder is asked for under the shoulder: these are no parts that a chapter could miss. */
const OTHER_REALMS: ReadonlySet<string> = new Set(['psyche', 'lung', 'hearing', 'whole-body']);

/** The parts of the body that some words name; those of a group are all of them. */
const regionsOf = (prose: Prose | undefined): readonly string[] => (prose ? regionsIn(prose) : []);
const regionsIn = keptBy((prose: Prose): readonly string[] => [...new Set(allSentences(prose).flatMap(({ sentence }) => regionsOfSentence(sentence)))]);
const regionsOfSentence = keptBy(({ text }: Sentence): readonly string[] => regionsNamed(text));

/** A line none of whose sources covers the item. */
function otherPart(item: DisputedItem, context: LetterContext, line: GuidelineLine, regions: readonly string[] = item.reading.regions): { span: Span; data: OtherPart; fixes: () => Fix[] } | null {
  const sources = line.citations.filter(({ status }) => status !== 'none');
  const first = sources[0];
  if (!first || !sources.every((citation) => coversOther(citation, regions))) return null;
  if (regions !== item.reading.regions && sources.some(({ guideline }) => guideline?.regions !== 'every' && guideline?.regions.some((region) => OTHER_REALMS.has(region)))) return null;
  const part = sources.length === 1 ? first : sources.find(({ kind }) => kind === 'mtus' || kind === 'acoem') ?? first;
  const { title, year, span } = part;
  return {
    span: citedPlace({ line }, { start: title?.span.start ?? span.start, end: Math.max(title?.span.end ?? span.end, year?.span.end ?? 0) }),
    data: { item: item.number, regions, guideline: part.guideline?.title ?? part.text },
    fixes: () => lineFixes(item, context, (newText) => ({ span: line.prose.span, newText })),
  };
}

/** The first section of a guideline on all operations, where those that are cited are about other parts of the body than the item. */
function otherSection(line: GuidelineLine, wanted: readonly string[]): { readonly words: string; readonly span: Span } | null {
  const sources = line.citations.filter(({ status }) => status !== 'none');
  if (wanted.length === 0 || !sources.some(isOnOperations) || !sources.every(isOnOperations)) return null;
  const sections = sources.flatMap((source) => source.sections);
  const isOfAnother = ({ text }: CitedSection) => {
    const named = regionsNamed(text);
    return named.length > 0 && !named.some((region) => wanted.some((part) => regionsRelated(region, part as RegionId)));
  };
  const [first] = sections;
  return first && sections.every(isOfAnother) ? { words: first.text, span: citedPlace({ line }, first.span) } : null;
}

function isOnOperations({ guideline, sections }: Citation): boolean {
  return guideline?.subjects[0] === 'postsurgical' && sections.length > 0;
}

/** True where the source's regions are known, and none of them is one of the item's. The catalogue gives a guideline its neighbours, too. */
function coversOther({ guideline, text }: Citation, wanted: readonly string[]): boolean {
  // ODG has the removal of hardware in the chapters of some parts only.
  if (guideline?.family === 'odg' && /hardware/i.test(text)) return false;
  return guideline !== null && guideline.regions.length > 0 && !coversRegion(guideline, wanted);
}

function regionWords(regions: readonly string[]): string {
  return enumerated(regions.map((region) => region.replaceAll('-', ' ')));
}
