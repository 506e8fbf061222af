import { ownCatalogue, type Catalogue } from './catalogue.ts';
import type { Confidence, Guideline, GuidelineSection, InForce, PageRange, Source } from './guideline.ts';

/** Where a team has a fact from, and how sure it is. */
export interface Known {
  readonly source: string;
  readonly confidence: Confidence;
}

/** What a team says of a section: new, or a page of one that is known. */
export interface PackedSection extends Known {
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly pages?: PageRange;
}

/** What a team says of a guideline: of one that is known by its id only what differs; of a new one also what it is called, and which one it is like. */
export interface PackedGuideline extends Known, Partial<Pick<Guideline, 'title' | 'fullTitle' | 'aliases' | 'year' | 'printedYears' | 'regulation' | 'pageCount'>> {
  readonly id: string;
  /** A known guideline whose subject, parts of the body, section of the regulations and other names a new one shares. */
  readonly like?: string;
  readonly inForce?: { readonly from?: string | null; readonly to?: string | null };
  readonly sections: readonly PackedSection[];
}

/** A file of facts that a team adds to the catalogue, or corrects in it. */
export interface Pack {
  /** The file's name, which names it in lists and reports. */
  readonly origin: string;
  /** Until when the team has looked up what is in force; null where the pack doesn't say. */
  readonly knownUntil: string | null;
  readonly guidelines: readonly PackedGuideline[];
}

/** The program's catalogue with a team's packs on top, later ones above earlier ones: the same object for the same packs. */
export function catalogueWith(packs: readonly Pack[]): Catalogue {
  if (packs.length === 0) return ownCatalogue;
  const key = JSON.stringify(packs);
  let known = composed.get(key);
  if (!known) {
    if (composed.size >= MOST) composed.clear();
    composed.set(key, (known = packs.reduce(withPack, ownCatalogue)));
  }
  return known;
}

const composed = new Map<string, Catalogue>();
/** More folders with packs of their own nobody has open; each one that was corrected leaves another behind. */
const MOST = 20;

function withPack(catalogue: Catalogue, { origin, knownUntil, guidelines }: Pack): Catalogue {
  const byId = new Map(catalogue.byId);
  const sources = new Map(catalogue.sources);
  const sourceOf = (fact: Known): string => {
    const id = `${origin}: ${fact.source}`;
    sources.set(id, { id, url: null, note: `${fact.source} (${origin})`, pack: origin } satisfies Source);
    return id;
  };
  for (const packed of guidelines) {
    const base = byId.get(packed.id) ?? newLike(packed, byId.get(packed.like ?? ''));
    if (base) byId.set(packed.id, corrected(base, packed, sourceOf));
  }
  return {
    ...catalogue, byId, sources, guidelines: [...byId.values()], packs: [...catalogue.packs, origin],
    knownUntil: knownUntil !== null && knownUntil > catalogue.knownUntil ? knownUntil : catalogue.knownUntil,
  };
}

/** A new guideline before what the pack says of it; null where too little is said. */
function newLike({ id, title, year, source: _, ...packed }: PackedGuideline, like: Guideline | undefined): Guideline | null {
  if (title === undefined || year === undefined) return null;
  return {
    id, guideline: id, title, year, confidence: packed.confidence,
    family: like?.family === 'mtus' ? 'mtus' : 'acoem', chapter: null, fullTitle: packed.fullTitle ?? `${title} (${String(year)})`,
    aliases: like?.title === title ? like.aliases : [], printedYears: year === null ? [] : [year], edition: null,
    regulation: like?.regulation ?? null, subjects: like?.subjects ?? [id], regions: like?.regions ?? 'every',
    inForce: { from: null, to: null, certain: false, doubtful: null, note: null },
    pages: null, pagesVerified: false, pageCount: null, sections: [], sectionsKnown: 'none', source: [],
  };
}

function corrected(base: Guideline, packed: PackedGuideline, sourceOf: (fact: Known) => string): Guideline {
  const { id: _, like: _like, sections, inForce, source: _source, confidence, ...said } = packed;
  const saysOfItself = inForce !== undefined || Object.keys(said).length > 0;
  return {
    ...base, ...said,
    ...(inForce && { inForce: forceOf(base.inForce, inForce, confidence) }),
    ...(saysOfItself && { confidence, source: [sourceOf(packed), ...base.source] }),
    sections: sections.reduce((all, section) => withSection(all, section, sourceOf(section)), base.sections),
    ...(sections.length > 0 && base.sectionsKnown === 'none' && { sectionsKnown: 'some' as const }),
  };
}

/** What a team knows for certain of an end or a beginning leaves no doubt about it. */
function forceOf(base: InForce, { from = base.from, to = base.to }: NonNullable<PackedGuideline['inForce']>, confidence: Confidence): InForce {
  return { from, to, certain: confidence === 'high' || confidence === 'medium', doubtful: null, note: null };
}

function withSection(sections: readonly GuidelineSection[], { title, aliases, pages, confidence }: PackedSection, source: string): GuidelineSection[] {
  const known = sections.findIndex((section) => section.title.toLowerCase() === title.toLowerCase());
  const base: GuidelineSection = sections[known] ?? { id: slug(title), title, aliases: [], pages: null, pagesVerified: false, source: [], confidence };
  const changed: GuidelineSection = {
    ...base, aliases: [...new Set([...base.aliases, ...aliases ?? []])], confidence, source: [source, ...base.source],
    ...(pages && { pages, pagesVerified: confidence === 'high' }),
  };
  return known < 0 ? [...sections, changed] : sections.with(known, changed);
}

function slug(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
