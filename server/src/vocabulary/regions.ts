import { rememberShort } from '../markdown/remember.ts';
import type { Span } from '../markdown/span.ts';
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook, type Named, type Phrasebook } from './phrases.ts';
import data from './regions.json' with { type: 'json' };
import { findSpinalLevels } from './spinal-levels.ts';

export const regionIds = [
  'head', 'face', 'eye', 'jaw', 'neck', 'upper-back', 'low-back', 'chest', 'abdomen', 'shoulder', 'upper-arm', 'elbow', 'forearm',
  'wrist', 'hand', 'hip', 'groin', 'pelvis', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'psyche', 'lung', 'hearing', 'whole-body',
] as const;

export type RegionId = (typeof regionIds)[number];

/** Words that stand for several regions at once: "upper extremity", "spine", "back", "leg". */
export interface RegionGroup {
  readonly name: string;
  readonly regions: readonly RegionId[];
}

type RegionOrGroup = RegionId | RegionGroup;

interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly regions?: readonly string[];
  readonly also: readonly string[];
  readonly exact?: readonly string[];
}

/**
 * Body regions that a text names outright, by any of their words ("C-spine", "rotator cuff", "meniscus") or by a spinal level
 * ("L4-5", "C5-T1", which gives two mentions of one span). In order; groups are left to `findRegionGroups`.
 */
export const findRegions = rememberShort((text): readonly Mention<RegionId>[] => {
  const named = findPhrases(regionBook(), text).filter(isRegion).filter((found) => !isLength(text, found));
  const levels = findSpinalLevels(text);
  if (levels.length === 0) return named;
  const byLevel = levels.flatMap((level) => level.value.regions.map((value) => ({ ...level, value })));
  return [...named, ...byLevel].sort((a, b) => a.span.start - b.span.start);
});

/** The words of a text that name a group of regions. "Lumbar spine" is no group: its spine is the low back's. */
export const findRegionGroups = rememberShort((text): readonly Mention<RegionGroup>[] => findPhrases(regionBook(), text).filter(isGroup));

/** The regions that a text names, each once; those of a group are all of them. */
export const regionsNamed = rememberShort((text): readonly RegionId[] =>
  [...new Set([...findRegions(text).map(({ value }) => value), ...findRegionGroups(text).flatMap(({ value }) => value.regions)])]);

/** Every place where a region or group is named, in order: for whoever only asks whether a word is part of the body. */
export const findBodyParts = rememberShort((text): readonly Span[] => findPhrases(regionBook(), text).map((found) => found.span));

/** The reader's word for a region: "low back". */
export function regionName(id: RegionId): string {
  return names().get(id) ?? id;
}

/**
 * Whether two regions overlap or touch so that what is said of one may be said of the other: low back, pelvis and hip; forearm,
 * wrist and hand; thigh, knee and lower leg; lower leg, ankle and foot; neck, upper back and shoulder (where neck pain is felt).
 * Only next neighbours are related (not shoulder and elbow), and every region is to itself and to the whole body. The pairs stand in
 * `regions.json`.
 */
export function regionsRelated(a: RegionId, b: RegionId): boolean {
  return a === b || a === 'whole-body' || b === 'whole-body' || relations().has(`${a} ${b}`);
}

/** The phrases that name regions and groups of regions, also for the one pass over all vocabularies. */
export const regionBook = once((): Phrasebook<RegionOrGroup> => phrasebook([...data.regions, ...data.groups].map(asNamed), data.not));

const names = once(() => new Map(data.regions.map(({ id, name }) => [id, name])));

const relations = once(() => new Set(data.related.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])));

function asNamed({ id, name, regions, also, exact = [] }: Entry): Named<RegionOrGroup> {
  const value = id === undefined ? { name, regions: (regions ?? []) as RegionId[] } : (id as RegionId);
  return { value, also, exact };
}

function isRegion(found: Mention<RegionOrGroup>): found is Mention<RegionId> {
  return typeof found.value === 'string';
}

function isGroup(found: Mention<RegionOrGroup>): found is Mention<RegionGroup> {
  return typeof found.value !== 'string';
}

/** "Walks 50 feet": the number before it may be any, so no list of phrases can tell. */
function isLength(text: string, found: Mention<RegionId>): boolean {
  return found.text.toLowerCase() === 'feet' && /\d[ -]?$/.test(text.slice(Math.max(found.span.start - 2, 0), found.span.start));
}
