import type { PlacedWords } from '../../determination/placed-words.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { findSpinalLevels, levelsMeet, type SpinalLevels } from '../../vocabulary/spinal-levels.ts';

/** What a summary places elsewhere, and the words that both have. */
export interface ContraryPlace {
  readonly other: PlacedWords;
  /** The words that both have. */
  readonly words: string;
  readonly grave: boolean;
}

/** The sides and spinal levels that the titles of a letter name, and those of the item. */
export interface TitlePlaces {
  readonly sides: readonly string[];
  readonly all: readonly string[];
  readonly title: string;
  readonly titles: readonly string[];
}

/**
 * What the summary reports on the other side, or at another level, of what a rationale reports. Null where that side or level stands in a title, or anywhere in the
 * summary with a word of the finding, and where the summary doesn't give the finding on one side, or at one level.
 */
export function contraryPlace(placed: PlacedWords, summary: readonly PlacedWords[], titles: TitlePlaces): ContraryPlace | null {
  if (!placed.plain || placed.near.size === 0) return null;
  return placed.side ? onOtherSide(placed, placed.side, summary, titles) : placed.levels && atOtherLevel(placed, placed.levels, summary, titles);
}

function onOtherSide(placed: PlacedWords, side: Side, summary: readonly PlacedWords[], { sides, all }: TitlePlaces): ContraryPlace | null {
  if (side === 'bilateral' || all.includes(side) || all.includes('bilateral')) return null;
  const [here, there] = [summary.filter((each) => each.side === side || each.side === 'bilateral'), summary.filter((each) => each.side !== null && each.side !== side && each.side !== 'bilateral')];
  if (here.some((each) => shared(placed.near, each.all).length > 0)) return null;
  // Where the summary names this side of something else, one word in common is enough only of a finding.
  const other = there.find((each) => shared(placed.near, each.near).length > (here.length > 0 && shared(placed.findings, each.findings).length === 0 ? 1 : 0));
  // Where the summary tells of the other side only, its sentence is enough.
  const around = other || here.length > 0 || there.length < 2 ? undefined : there.find((each) => shared(placed.near, each.all).length > 0);
  if (around) return { other: around, words: shared(placed.near, around.all).join(', '), grave: false };
  return other ? { other, words: shared(placed.near, other.near).join(', '), grave: here.length === 0 && sides.length === 1 && sides[0] === other.side } : null;
}

function atOtherLevel(placed: PlacedWords, levels: SpinalLevels, summary: readonly PlacedWords[], { title, titles }: TitlePlaces): ContraryPlace | null {
  const isKnown = [...summary.flatMap((each) => each.levels ?? []), ...titles.flatMap((text) => findSpinalLevels(text).map(({ value }) => value))].some((each) => levelsMeet(each, levels));
  if (isKnown) return null;
  const other = summary.find((each) => each.levels !== null && shared(placed.near, each.near).length > 0);
  if (!other?.levels) return null;
  const known = other.levels;
  return { other, words: shared(placed.near, other.near).join(', '), grave: shared(placed.near, other.near).length > 1 && findSpinalLevels(title).some(({ value }) => levelsMeet(value, known)) };
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((word) => other.has(word));
}
