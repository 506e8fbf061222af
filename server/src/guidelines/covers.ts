import { findDrugs } from '../vocabulary/drugs.ts';
import { regionsNamed, type RegionId } from '../vocabulary/regions.ts';
import { findTreatments } from '../vocabulary/treatments.ts';
import { catalogue, onceACatalogue } from './catalogue.ts';
import data from './covers.json' with { type: 'json' };
import type { Guideline } from './guideline.ts';
import { inForceOn } from './in-force.ts';

/** What is asked whether a guideline deals with it: treatments, classes of drugs and drugs by their ids, and the parts of the body that it is for. */
export interface Topic {
  readonly ids: readonly string[];
  readonly regions: readonly RegionId[];
  /** It comes after an operation. */
  readonly afterSurgery: boolean;
}

/** The guideline of the MTUS, in force on a day, that surely deals with a topic; null where none is known to. What the catalogue recalls may advise, and no more. */
export function guidelineOn({ ids, regions, afterSurgery }: Topic, date: string): Guideline | null {
  const isInForce = (guideline: Guideline): boolean => guideline.family !== 'odg' && inForceOn(guideline, date).status === 'in-force';
  const postsurgical = afterSurgery ? catalogue().guidelines.find((each) => each.subjects.includes('postsurgical') && isInForce(each)) : undefined;
  return postsurgical ?? ids.flatMap((id) => onTopic().get(id) ?? []).find((each) => isInForce(each) && isFor(each, regions)) ?? null;
}

/** Pain of the jaw, the head or the belly has guidelines of its own, or none. */
const OF_PAIN: ReadonlySet<string> = new Set(['neck', 'upper-back', 'low-back', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'hip', 'groin', 'pelvis', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'whole-body']);

/** By its title: the catalogue gives a guideline its neighbours, too. */
function isFor({ regions: covered, title }: Guideline, regions: readonly RegionId[]): boolean {
  if (covered === 'every') return regions.every((region) => OF_PAIN.has(region));
  const named = regionsNamed(title);
  return regions.some((region) => (named.length > 0 ? named.includes(region) : covered.includes(region)));
}

/** Guidelines by what their sections are called and by what `covers.json` knows of their subjects. */
const onTopic = onceACatalogue(() => {
  const found = new Map<string, Guideline[]>();
  const add = (id: string, guideline: Guideline): void => void found.set(id, [...(found.get(id) ?? []), guideline]);
  for (const guideline of catalogue().guidelines) {
    if (guideline.family === 'odg') continue;
    const known = data.subjects.filter(({ subjects }) => subjects.some((subject) => guideline.subjects.includes(subject)) && (guideline.family !== 'mtus' || guideline.subjects.some((subject) => subject === 'acupuncture' || subject === 'chronic-pain')));
    for (const id of new Set([...known.flatMap(({ treatments }) => treatments), ...(guideline.subjects.includes('chronic-pain') ? idsOfSections(guideline) : [])])) add(id, guideline);
  }
  return found;
});

/** A section that is only recalled may be none of the guideline's. */
function idsOfSections({ sections }: Guideline): string[] {
  return sections.filter(({ confidence }) => confidence !== 'recalled').flatMap(({ title }) => [...findTreatments(title).map(({ value }) => value.id), ...findDrugs(title).map(({ value }) => value.generic)]);
}
