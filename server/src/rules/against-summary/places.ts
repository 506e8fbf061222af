import { placedInRationale, placedInSummary, type PlacedWords } from '../../determination/words/placed-words.ts';
import type { Prose } from '../../determination/model.ts';
import { loneOtherSide } from '../common/side-votes.ts';
import { LIKELY, type Compared } from './compared.ts';
import type { ContrarySign, SignReader } from './sign-messages.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { findSpinalLevels, levelsMeet, type SpinalLevels } from '../../vocabulary/spinal-levels.ts';

/** Findings that the summary reports on the other side or at another level. Where the rationale never names the requested side, laterality-mismatch says so. */
export const places: SignReader = (compared) => {
  const { reading: { sides, title }, rationale, titles } = compared;
  const placed = placedInRationale(rationale);
  if (placed.length === 0) return [];
  const named = { sides, all: titles.flatMap(({ text }) => findSides(text).map(({ value }) => value)), title: title.text, titles: titles.map(({ text }) => text) };
  const isSideNamed = sides.length === 0 || placed.some(({ side }) => side !== null && sides.includes(side));
  return placed.filter(({ side }) => side === null || isSideNamed).flatMap((each) => elsewhere(each, named, compared) ?? onLoneSide(each, named, compared.item, compared.summary) ?? []);
};

function elsewhere(placed: PlacedWords, named: TitlePlaces, { item, summary }: Compared): ContrarySign | null {
  const contrary = contraryPlace(placed, placedInSummary(summary), named);
  if (!contrary) return null;
  const { other, words: finding, grave } = contrary;
  const says = placed.side ? { messageId: 'other-side', data: { item, finding, side: placed.side } } as const : { messageId: 'other-level', data: { item, finding, stated: placed.text, reported: other.text } } as const;
  return { span: placed.span, ...says, ...(grave ? {} : LIKELY), told: other.span };
}

/** All that the summary reports of the part is on the other side. */
function onLoneSide({ told, side, regions, text, span }: PlacedWords, { all }: TitlePlaces, item: number, summary: Prose): ContrarySign | null {
  if (!told || !side || side === 'bilateral' || regions.length === 0 || all.includes(side) || all.includes('bilateral')) return null;
  const lone = loneOtherSide(summary, side, regions);
  return lone && { span, messageId: 'lone-side', data: { item, side: text, other: lone.side }, ...LIKELY, told: lone.vote.span };
}

/** What a summary places elsewhere, and the words that both have. */
interface ContraryPlace {
  readonly other: PlacedWords;
  /** The words that both have. */
  readonly words: string;
  readonly grave: boolean;
}

/** The sides and spinal levels that the titles of a letter name, and those of the item. */
interface TitlePlaces {
  readonly sides: readonly string[];
  readonly all: readonly string[];
  readonly title: string;
  readonly titles: readonly string[];
}

/**
 * What the summary reports on the other side, or at another level, of what a rationale reports. Null where that side or level stands in a title, or anywhere in the
 * summary with a word of the finding, and where the summary doesn't give the finding on one side, or at one level.
 */
function contraryPlace(placed: PlacedWords, summary: readonly PlacedWords[], titles: TitlePlaces): ContraryPlace | null {
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
