import { rememberShort } from '../markdown/remember.ts';
import { findDrugs } from '../vocabulary/drugs.ts';
import { findRegionGroups, findRegions } from '../vocabulary/regions.ts';
import { findPerioperative, findTreatments } from '../vocabulary/treatments.ts';
import { catalogue } from './catalogue.ts';
import type { Guideline, GuidelineSection, PageRange } from './guideline.ts';
import { findSection, inForceAbout, inForceOn } from './lookup.ts';
import { readMentions } from './mentions.ts';
import data from './ranking.json' with { type: 'json' };

/** What is asked of the guidelines. */
export interface RankingQuery {
  /** The disputed item's title. */
  readonly title: string;
  /** Words of the letter that say more: the diagnoses, the case summary. */
  readonly summaryHints?: string;
  /** A rationale that is already written: the guidelines that it argues from come first. */
  readonly rationale?: string;
  /** Body regions of the item (ids of the vocabulary), the most important first; those of the title are found anyway. */
  readonly regions: readonly string[];
  /** UR denial date (YYYY-MM-DD); null stands for the last day before the guidelines of 2017-12-01. */
  readonly date: string | null;
  /** Physical medicine after an operation. */
  readonly postsurgical: boolean;
}

export interface RankedGuideline {
  readonly guideline: Guideline;
  readonly section: GuidelineSection | null;
  readonly pages: PageRange | null;
  /** For the reader: "imaging and its reading", "named in the rationale". */
  readonly reason: string;
}

interface Place {
  readonly subject: string;
  readonly sections?: readonly string[];
}

interface Case {
  readonly date: string;
  readonly regions: readonly string[];
  /** Regions whose nerves an electrodiagnostic study asks about. */
  readonly nerves: readonly string[];
}

/** The last day of the editions that most letters know. */
const USUAL_DATE = '2017-11-30';
const REGION_CHAPTERS: Readonly<Record<string, string>> = data.regions;
const ODG_CHAPTERS: Readonly<Record<string, string>> = data.odg;
const POSTSURGICAL_SECTIONS: Readonly<Record<string, string>> = data.postsurgical;

/**
 * The guidelines that fit an item, best first, each once, in the edition of the day. The treatment says
 * under which subject and section (`ranking.json`), the body region which ACOEM or ODG chapter, the date which edition.
 * Never empty: behind what was found stand the region's chapter and the Chronic Pain guideline of the day.
 */
export function rankGuidelines(query: RankingQuery): readonly RankedGuideline[] {
  const asked = caseOf(query);
  const ranked: RankedGuideline[] = [];
  for (const mention of query.rationale ? readMentions(query.rationale, asked.date) : []) {
    if (mention.guideline && mention.guideline.family !== 'odg') put(ranked, mention.guideline, null, 'named in the rationale');
  }
  if (isPostsurgicalTherapy(query)) place(ranked, { subject: 'postsurgical' }, asked, 'physical medicine after an operation');
  for (const treatment of treatmentsOf(query.title)) {
    for (const cited of inOrderOfTheDay(treatment.cite, asked)) place(ranked, cited, asked, treatment.what);
  }
  for (const subject of ['region', 'chronic-pain', 'odg-region']) place(ranked, { subject }, asked, 'covers the body region');
  return ranked;
}

/** The titles of all sections under which what a title asks for may be found in one edition or another. */
export const sectionsFor = rememberShort((title): readonly string[] => treatmentsOf(title).flatMap(({ cite }) => cite.flatMap((place: Place) => place.sections ?? [])));

/** The entries of the data for what a title asks for, in the order of its words. */
function treatmentsOf(title: string): readonly (typeof data.treatments)[number][] {
  const keys = [...treatmentKeys(title), ...drugKeys(title)].sort((a, b) => a.at - b.at);
  const after = isAfterSurgery(title);
  const found = keys.map(({ names }) => {
    const special = after ? names.map((name) => `post-op:${name}`) : [];
    return [...special, ...names].find((name) => entries().has(name));
  });
  return [...new Set(found)].flatMap((name) => (name === undefined ? [] : entries().get(name)!));
}

function isAfterSurgery(title: string): boolean {
  return findPerioperative(title).some(({ value }) => value === 'post-operative' || value === 'surgical-service');
}

function treatmentKeys(title: string): { at: number; names: string[] }[] {
  return findTreatments(title).map(({ value, span }) => ({ at: span.start, names: [value.id, `class:${value.id}`, `kind:${value.kind}`] }));
}

function drugKeys(title: string): { at: number; names: string[] }[] {
  const drugs = findDrugs(title);
  const skin = /\b(?:cream|creams|gel|ointment|topical|lotion|patch|patches|roll-?on)\b|\d\s?%/i.test(title);
  if (skin && drugs.length > 1) return [{ at: drugs[0]!.span.start, names: ['class:topical-compound'] }];
  return drugs.map(({ value, span }) => {
    const onSkin = skin && !value.class.startsWith('topical') ? ['class:topical-nsaid'] : [];
    return { at: span.start, names: [...onSkin, `drug:${value.generic}`, `class:${value.class}`] };
  });
}

let known: Map<string, (typeof data.treatments)[number]> | null = null;

function entries(): ReadonlyMap<string, (typeof data.treatments)[number]> {
  known ??= new Map(data.treatments.flatMap((entry) => entry.for.map((name) => [name, entry] as const)));
  return known;
}

function caseOf(query: RankingQuery): Case {
  const named = findRegions(query.title).map(({ value }) => value as string);
  const own = findTreatments(query.title).flatMap(({ value }) => (value.regions ?? []) as readonly string[]);
  const groups = findRegionGroups(query.title).map(({ value }) => value.name);
  const isLimb = (pattern: RegExp): boolean => groups.some((name) => pattern.test(name));
  const nerves = isLimb(/upper|arm/) ? ['neck', 'wrist'] : isLimb(/lower|leg/) ? ['low-back'] : [];
  const regions = [...named, ...own, ...nerves, ...query.regions];
  const hinted = regions.length > 0 || !query.summaryHints ? [] : mostNamed(query.summaryHints);
  return { date: query.date ?? USUAL_DATE, regions: [...new Set([...regions, ...hinted])], nerves };
}

function mostNamed(text: string): readonly string[] {
  const times = new Map<string, number>();
  for (const { value } of findRegions(text)) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([region]) => region);
}

function isPostsurgicalTherapy({ title, postsurgical }: RankingQuery): boolean {
  const therapy = findTreatments(title).some(({ value }) => value.kind === 'therapy' || value.id === 'home-physical-therapy');
  return therapy && (postsurgical || isAfterSurgery(title));
}

/**
 * What the edition of the day has no section for goes behind what it has: electrodiagnostics stood in the ACOEM chapters until 2016.
 * From 2017-12-01 the body part's own guideline comes before the one on chronic pain.
 */
function inOrderOfTheDay(cited: readonly Place[], asked: Case): readonly Place[] {
  const rank = (one: Place): number => {
    const guideline = guidelinesFor(one.subject, asked)[0];
    if (!guideline) return 9;
    if (guideline.family === 'acoem') return one.subject === 'chronic-pain' ? 1 : 0;
    return guideline.family === 'mtus' && one.sections && !sectionOf(guideline, one.sections) ? 2 : 0;
  };
  return cited.map((one) => ({ one, rank: rank(one) })).sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

function place(ranked: RankedGuideline[], { subject, sections }: Place, asked: Case, reason: string): void {
  for (const guideline of guidelinesFor(subject, asked)) {
    const wanted = subject === 'postsurgical' ? asked.regions.flatMap((region) => POSTSURGICAL_SECTIONS[region] ?? []) : (sections ?? []);
    put(ranked, guideline, sectionOf(guideline, wanted), reason);
  }
}

function put(ranked: RankedGuideline[], guideline: Guideline, section: GuidelineSection | null, reason: string): void {
  const at = ranked.findIndex((other) => other.guideline === guideline);
  const entry: RankedGuideline = { guideline, section, pages: section?.pages ?? null, reason };
  if (at < 0) ranked.push(entry);
  else if (!ranked[at]!.section && section) ranked[at] = { ...entry, reason: ranked[at]!.reason };
}

function sectionOf(guideline: Guideline, titles: readonly string[]): GuidelineSection | null {
  for (const title of titles) {
    const section = sectionCalled(guideline, title);
    if (section) return section;
  }
  return null;
}

const sections = new WeakMap<Guideline, Map<string, GuidelineSection | null>>();

/** Titles come from the data, so they are few and each is looked up once. */
function sectionCalled(guideline: Guideline, title: string): GuidelineSection | null {
  let known = sections.get(guideline);
  if (!known) sections.set(guideline, (known = new Map()));
  let section = known.get(title);
  if (section === undefined) known.set(title, (section = findSection(guideline, title)));
  return section;
}

function guidelinesFor(subject: string, { date, regions, nerves }: Case): readonly Guideline[] {
  if (subject === 'region') return distinct(regions.map((region) => chapterOf(REGION_CHAPTERS[region], date)));
  if (subject === 'nerve') return distinct(nerves.map((region) => chapterOf(REGION_CHAPTERS[region], date)));
  if (subject === 'odg-region') return distinct(regions.map((region) => catalogue().byId.get(ODG_CHAPTERS[region] ?? '') ?? null));
  if (subject.startsWith('odg-')) return distinct([catalogue().byId.get(subject) ?? null]);
  return distinct([chapterOf(subject, date)]);
}

function chapterOf(subject: string | undefined, date: string): Guideline | null {
  const guideline = subject ? inForceAbout(subject, date) : null;
  // Letters of the old editions cite the general chapters under their common name.
  const isGeneral = guideline?.regulation === '9792.22' && guideline.family === 'acoem-2004';
  const general = isGeneral ? catalogue().byId.get('acoem2-general-approaches') : undefined;
  return general && date >= '2016-01-01' && inForceOn(general, date).status !== 'superseded' ? general : guideline;
}

function distinct(guidelines: readonly (Guideline | null)[]): readonly Guideline[] {
  return [...new Set(guidelines.filter((guideline) => guideline !== null))];
}
