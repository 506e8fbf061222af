import { soundInRationale, structuresInSummary, type StructureTold } from '../../determination/case/sound-structures.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import { levelsMeet } from '../../vocabulary/spinal-levels.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { firstOfPlace, LIKELY } from './compared.ts';
import type { SignReader } from './sign-messages.ts';

/** What lies within the body and is called sound, where the summary tells only what is amiss with it. */
export const structures: SignReader = ({ item, reading: { regions, sides }, rationale, summary }) => {
  const sound = soundInRationale(rationale).filter(({ sure }) => sure);
  if (sound.length === 0) return [];
  const told = structuresInSummary(summary);
  return firstOfPlace(sound.flatMap((each) => {
    const here = { ...each, regions: each.regions.length > 0 ? each.regions : (regions as readonly RegionId[]), sides: each.sides.length > 0 ? each.sides : (sides as readonly Side[]) };
    const same = told.filter((other) => isSame(here, other));
    const amiss = same.find(({ isSound }) => !isSound);
    return amiss && !same.some(({ isSound }) => isSound) ? [{ span: each.span, messageId: 'otherwise', data: { item, stated: `“${each.text}”`, reported: `“${amiss.text}”` }, ...LIKELY, told: amiss.span } as const] : [];
  }));
};

function isSame(one: StructureTold, other: StructureTold): boolean {
  if (one.structure !== other.structure) return false;
  const isAtLevel = one.levels.length === 0 || other.levels.length === 0 || one.levels.some((level) => other.levels.some((each) => levelsMeet(level, each)));
  return isAtLevel && placesMeet(one.which, other.which) && placesMeet(one.regions, other.regions) && (one.isMidline || placesMeet(one.sides, other.sides));
}
