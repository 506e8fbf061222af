import { catalogue } from '../guidelines/catalogue.ts';
import type { PageRange } from '../guidelines/guideline.ts';
import { findSection, inForceAbout } from '../guidelines/lookup.ts';
import data from './regions.json' with { type: 'json' };
import type { Edition, GuidelineReference, RationaleTemplate, TemplateCitation } from './template.ts';

interface RegionSources {
  readonly subject: string;
  readonly odg: string;
  readonly postsurgical?: string;
}

const REGIONS: ReadonlyMap<string, RegionSources> = new Map(Object.entries(data.regions));

/**
 * The generation of the MTUS that applies on a day (`YYYY-MM-DD`). Source: the 2016 guidelines apply to requests from 2016-07-29,
 * the ACOEM topic guidelines from 2017-12-01; the 2009 edition stands for all that was before.
 */
export function editionOn(date: string): Edition {
  if (date <= '2016-07-28') return '2009';
  return date <= '2017-11-30' ? '2016' : '2017';
}

/**
 * The source that a template argues from on a day, for an item about `regions` (by default the template's own). Null where the date
 * is unknown, the template follows no guideline of its own, or nothing was in force about the region.
 */
export function citationOf(template: RationaleTemplate, date: string | null, regions?: readonly string[]): TemplateCitation | null {
  const reference = date === null ? null : template.guidelines[editionOn(date)];
  if (!reference || date === null) return null;
  const region = sourcesFor(regionsFor(template, regions ?? []));
  const guidelineId = guidelineOf(reference, date, region);
  if (guidelineId === null) return null;
  const moved = guidelineId === reference.otherwise || (reference.subject === 'region' && guidelineId === region?.odg);
  const sections = moved ? [] : (reference.sections ?? []).flatMap((section) => (section === 'region' ? (region?.postsurgical ?? []) : section));
  return { guidelineId, sections, pages: pagesOf(reference, guidelineId, sections) };
}

/** The item's regions that the template is for, then the one that it is for above all, then the item's others. */
function regionsFor({ regions: own = [] }: RationaleTemplate, regions: readonly string[]): readonly string[] {
  return [...regions.filter((region) => own.includes(region)), ...own.slice(0, 1), ...regions];
}

function guidelineOf({ guideline, subject, odg, otherwise }: GuidelineReference, date: string, region: RegionSources | null): string | null {
  if (guideline !== undefined) return guideline;
  if (odg !== undefined) return region?.odg ?? 'odg';
  if (subject !== 'region') return subject === undefined ? null : (inForceAbout(subject, date)?.id ?? otherwise ?? null);
  return region ? (inForceAbout(region.subject, date)?.id ?? region.odg) : null;
}

/** Letters cite the 2009 chronic pain guideline by page, so its sections give theirs. */
function pagesOf(reference: GuidelineReference, guidelineId: string, sections: readonly string[]): readonly PageRange[] {
  if (reference.pages) return reference.pages.map(pageRange);
  const guideline = guidelineId === 'mtus-chronic-pain-2009' ? catalogue().byId.get(guidelineId) : undefined;
  return guideline ? sections.flatMap((section) => findSection(guideline, section)?.pages ?? []) : [];
}

function pageRange(pages: string): PageRange {
  const [from, to] = pages.split('-').map(Number);
  return { from: from ?? 0, to: to ?? from ?? 0 };
}

function sourcesFor(regions: readonly string[]): RegionSources | null {
  for (const region of regions) {
    const sources = REGIONS.get(region);
    if (sources) return sources;
  }
  return null;
}
