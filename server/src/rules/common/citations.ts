import type { Citation, Guideline } from '../../guidelines/guideline.ts';
import { rememberByEdition } from '../../guidelines/by-edition.ts';
import { formatCitation, formatSource } from '../../guidelines/format.ts';
import { editionInForce } from '../../guidelines/in-force.ts';
import { guidelinesByChapter } from '../../guidelines/lookup.ts';
import { rankGuidelines, type RankedGuideline } from '../../guidelines/ranking.ts';
import { wordsOf } from '../../guidelines/words.ts';
import { isoDate } from '../../determination/reading/facts.ts';
import type { DisputedItem, GuidelineLine, ItemReading, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { leansOnDecisionBefore } from '../../determination/argument/leaning.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { span, type Span } from '../../markdown/span.ts';
import { regionsNamed } from '../../vocabulary/regions.ts';
import { findPerioperative, findTreatments } from '../../vocabulary/treatments.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Fix, LetterContext, Severity } from '../engine/rule.ts';

// What the rules on guideline lines share. Spans count from the item's start.

/** A citation of one of an item's two guideline lines. */
export interface LineCitation {
  readonly citation: Citation;
  readonly line: GuidelineLine;
  /** The claims administrator's line quotes somebody else: a fault in it is at most information. */
  readonly quoted: boolean;
}

/** Kept with the reading. */
export const lineCitations = keptBy(({ claimsAdministratorGuideline, reviewerGuideline }: ItemReading): readonly LineCitation[] => [
  ...(reviewerGuideline?.citations ?? []).map((citation) => ({ citation, line: reviewerGuideline as GuidelineLine, quoted: false })),
  ...(claimsAdministratorGuideline?.citations ?? []).map((citation) => ({ citation, line: claimsAdministratorGuideline as GuidelineLine, quoted: true })),
]);

/** The severity of a finding on a line: on a quoted one never above information. */
export function onLine({ quoted }: LineCitation, severity: Severity): Severity {
  return quoted && (severity === 'error' || severity === 'warning') ? 'information' : severity;
}

/** The date that decides which edition is in force: that of the UR denial; null where the letter doesn't give it. */
export function urDenialDate({ facts }: Pick<LetterContext, 'facts'>): string | null {
  return isoDate(facts.get('ur-denial-date'));
}

/** Where a part of a citation stands. */
export function citedPlace({ line }: Pick<LineCitation, 'line'>, within: Span): Span {
  return sourceSpan(line.prose, within);
}

/** What fits an item, best first: what its title asks for, and of that first what its rationale argues from. */
export function fittingGuidelines({ reading }: Pick<DisputedItem, 'reading'>, context: LetterContext): readonly RankedGuideline[] {
  const date = urDenialDate(context) ?? (context.layout.startsWith('2013') ? DATE_OF_EARLY_LETTERS : null);
  const ranked = rankedByTitle(reading.title.text, date);
  const named = new Set(reading.rationale?.citations.flatMap(({ guideline }) => (guideline && guideline.family !== 'odg' ? [editionInForce(guideline, date ?? USUAL_DATE) ?? guideline] : [])));
  if (named.size === 0) return ranked;
  const known = ranked.filter(({ guideline }) => named.has(guideline));
  const further = [...named].filter((guideline) => !known.some((each) => each.guideline === guideline) && coversRegion(guideline, reading.regions));
  return [...known, ...further.map((guideline) => ({ guideline, section: null, pages: null, reason: 'named in the rationale' })), ...ranked.filter(({ guideline }) => !named.has(guideline))];
}

/** The last day of the editions that most letters cite, for letters that don't say when the request was denied. */
const USUAL_DATE = '2017-11-30';
/** The layouts of 2013 and 2014 have no table with dates; their letters cite the editions of then. */
const DATE_OF_EARLY_LETTERS = '2014-01-01';

/** The regions are those that the title names, which are found in it anyway. */
const rankedByTitle = rememberByEdition((title, date): readonly RankedGuideline[] =>
  rankGuidelines({ title, regions: [], date, postsurgical: findPerioperative(title).length > 0 }));

/** A chapter of ACOEM's second edition by its number, and the foreign title that it is cited under. */
export interface ForeignTitle {
  readonly chapter: Guideline;
  readonly title: { readonly text: string; readonly span: Span };
}

/** "Chapter 14 Lower Limb Complaints": the number of a chapter with a title that no guideline bears and that has no word of the chapter's own; null otherwise. */
export function foreignTitle({ citation, line }: LineCitation): ForeignTitle | null {
  const { chapter, year, kind, alternatives } = citation;
  if (!chapter || kind === 'odg' || (year !== null && year.value !== 2004) || (citation.title && (citation.status !== 'unknown' || alternatives.length > 0))) return null;
  const [guideline] = guidelinesByChapter(chapter.number);
  const title = citation.title ?? titleBehind(line.prose.text, chapter.span.end);
  if (!guideline || !title) return null;
  return namesOther(guideline, title.text) ? { chapter: guideline, title } : null;
}

/** Whether a title that no guideline bears can't be a chapter's: it has no word of the chapter's own title and one that titles have, or its part of the body or its subject is another's. */
function namesOther(chapter: Guideline, title: string): boolean {
  const words = wordsOf(title).map(({ text }) => text);
  const own = ownWords(chapter);
  if (words.every((word) => COMMON_TO_TITLES.has(word) || !own.has(word)) && words.some((word) => OF_TITLES.has(word) || (SUBJECTS.has(word) && SUBJECTS.get(word) !== chapter.chapter))) return true;
  const regions = regionsNamed(chapter.title);
  const named = regionsNamed(title);
  return regions.length > 0 && named.length > 0 && findTreatments(title).length === 0 && !named.some((region) => regions.includes(region));
}

const ownWords = keptBy(({ title, aliases }: Guideline) => new Set([title, ...aliases].flatMap((name) => wordsOf(name).map(({ text }) => text))));

/** Words that only the title of one chapter has, where no part of the body tells it. */
const SUBJECTS: ReadonlyMap<string, number> = new Map([['stress', 15], ['mental', 15], ['psychological', 15], ['psychiatric', 15], ['emotional', 15], ['ocular', 16], ['vision', 16], ['prevention', 1], ['ergonomic', 1], ['causation', 4]]);

/** The capital words behind a chapter's number, up to the next comma or pages. */
function titleBehind(text: string, from: number): ForeignTitle['title'] | null {
  const behind = /^[\s,:("“–—-]{1,3}(?=[A-Z])/.exec(text.slice(from, from + 4));
  if (!behind) return null;
  const start = from + behind[0].length;
  const [words = ''] = /^[^,;:.()"”\d]{4,80}/.exec(text.slice(start, start + 80)) ?? [];
  const title = words.replace(/\s(?:Pages?|pp?|Section|Table)\b.*$/i, '').trimEnd();
  return title === '' ? null : { text: title, span: span(start, start + title.length) };
}

/** Words that titles of chapters have: without one it may be a section, or the treatment. */
const OF_TITLES = new Set(['complaint', 'disorder', 'condition', 'problem', 'injury']);
const COMMON_TO_TITLES = new Set([...OF_TITLES, 'and', 'of', 'the', 'for', 'related', 'guideline', 'chapter']);

/** Whether a guideline speaks of one of the regions, or of every part of the body. */
export function coversRegion({ regions }: Guideline, wanted: readonly string[]): boolean {
  return regions === 'every' || wanted.length === 0 || wanted.some((region) => regions.includes(region));
}

/** Fixes that put a whole line that fits the item in the place of the line's words. At most three, best first. */
export function lineFixes(item: DisputedItem, context: LetterContext, edit: (words: string) => Fix['edits'][number]): Fix[] {
  const lines = new Set<string>();
  for (const ranked of inSearchOrder(fittingGuidelines(item, context), item)) {
    lines.add(rankedLine(ranked, context));
    if (lines.size === 3) break;
  }
  return [...lines].map((words) => ({ title: `Cite “${shortLine(words)}”`, applicability: 'suggestion', edits: [edit(words)] }));
}

/** The MTUS comes first: where one of its guidelines fits, ODG is offered only to a rationale that argues from it. */
function inSearchOrder(ranked: readonly RankedGuideline[], { reading }: Pick<DisputedItem, 'reading'>): readonly RankedGuideline[] {
  const mtus = ranked.filter(({ guideline }) => guideline.family !== 'odg');
  const arguesFromOdg = reading.rationale?.citations.some(({ kind }) => kind === 'odg') ?? false;
  return mtus.length === 0 || arguesFromOdg ? ranked : mtus;
}

/** The line in the wording that the letter uses: by chapter and page as in 2013, by section as from 2014 on. */
export function rankedLine({ guideline, section, pages }: RankedGuideline, { layout }: Pick<LetterContext, 'layout'>): string {
  return formatCitation(guideline, {
    ...(section ? { sections: [section] } : {}), ...(pages ? { pages: [pages] } : {}), ...styleOf(guideline, layout),
  });
}

function styleOf({ family, year }: Guideline, layout: LetterContext['layout']): { style?: '2013' } {
  return layout.startsWith('2013') && family !== 'odg' && year !== null && year < 2014 ? { style: '2013' } : {};
}

function shortLine(words: string): string {
  const core = words.replace(/^.*?Decision based on (?:MTUS |Non-MTUS Citation )?/, '').replace(/\.$/, '');
  return core.length > 90 ? `${core.slice(0, 87)}…` : core;
}

/** Replaces one source of a line by a guideline, with those of its sections that the guideline has, too. */
export function sourceFix(cited: LineCitation, guideline: Guideline, title: string): Fix {
  const { citation } = cited;
  const sections = citation.sections.flatMap(({ text }) => guideline.sections.find((section) => section.title.toLowerCase() === text.toLowerCase()) ?? []);
  const start = citation.title?.span.start ?? citation.span.start;
  const place = citedPlace(cited, span(Math.min(start, citation.chapter?.span.start ?? start), citation.span.end));
  return { title, applicability: 'suggestion', edits: [{ span: place, newText: formatSource(guideline, { sections }) }] };
}

/** By its own words the item hangs on something else, in the letter or outside of it. */
export function leansOnAnother(reading: ItemReading): boolean {
  return reading.dependsOn !== null || isPerioperative(reading.title) || (reading.rationale !== null && leansOnDecisionBefore(reading.rationale)) || referencesOf(reading).clauses.some(({ named, says }) => named && says !== 'served');
}

const isPerioperative = keptBy((title: Prose) => findPerioperative(title.text).length > 0);
