import { placeOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { regionsNamed, type RegionId } from '../../vocabulary/regions.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import type { Prose } from '../model.ts';
import { allSentences, type PlacedSentence } from '../statements.ts';

/** Where on the body a fact was found, and when. */
export interface FactPlace {
  readonly regions: readonly RegionId[];
  readonly sides: readonly Side[];
  readonly dates: readonly string[];
}

export const noPlace: FactPlace = { regions: [], sides: [], dates: [] };

const CUTS = new Set([',', ';', ':', '—', '(', ')']);
const MONTHS = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/;

/** As far as a sentence says it itself. */
export interface OwnPlace {
  readonly ownRegions: readonly RegionId[] | undefined;
  readonly ownSides: readonly Side[] | undefined;
  readonly ownDates: readonly string[] | undefined;
}

/** The region, side and date of something at tokens `from` up to `to`: those of its part of the sentence, else of the nearest part before. */
export function ownPlace(sentence: Sentence, { from, to }: { readonly from: number; readonly to: number }): OwnPlace {
  const parts = partsUpTo(sentence, from, to);
  return { ownRegions: nearest(parts, regionsNamed), ownSides: nearest(parts, sidesOf), ownDates: datesOf(sentence) };
}

/** The place of something: its own, else that of the sentences before. */
export function placeBehind({ ownRegions, ownSides, ownDates }: OwnPlace, before: FactPlace): FactPlace {
  return { regions: ownRegions ?? before.regions, sides: ownSides ?? before.sides, dates: ownDates ?? before.dates };
}

/** What the next sentence goes on with. */
export function placesBehind(sentence: Sentence, before: FactPlace): FactPlace {
  return placeBehind(lastPlace(sentence), before);
}

/** The sentences of a case summary, each with the place that those before speak of. Kept with the prose. */
export const sentencesInSummary = keptBy((prose: Prose): readonly (PlacedSentence & { readonly before: FactPlace })[] => {
  let before = noPlace;
  return allSentences(prose).map((placed) => {
    const here = { ...placed, before };
    before = placesBehind(placed.sentence, before);
    return here;
  });
});

/** "Left knee normal", "without complaints in the arms": where nothing is amiss, the next sentence doesn't go on. */
const lastPlace = keptBy((sentence: Sentence): OwnPlace => {
  const parts = partsUpTo(sentence, sentence.tokens.count, sentence.tokens.count);
  const ill = parts.filter((part) => !/\b(?:normal|unremarkable|uninjured|without|no|full)\b/i.test(part));
  return { ownRegions: nearest(ill, regionsNamed) ?? nearest(parts, regionsNamed), ownSides: nearest(ill, sidesOf) ?? nearest(parts, sidesOf), ownDates: datesOf(sentence) };
});

/** "An injection, which worked well on the right, has not been tried": what is told by the way is of another place. */
const ASIDE = /, (?:which|who|whose)\b[^,;:]*,/g;

/** The sentence's parts between commas and the like, from the one that holds the tokens backwards. */
function partsUpTo({ tokens }: Sentence, from: number, to: number): string[] {
  let end = to;
  while (end < tokens.count && !CUTS.has(tokens.keys[end] ?? '') && !isAnother(tokens.keys, end)) end++;
  const parts: string[] = [];
  for (let at = from; end > 0; at = end - 1) {
    let start = Math.min(at, end);
    while (start > 0 && !CUTS.has(tokens.keys[start - 1] ?? '') && !isAnother(tokens.keys, start)) start--;
    const { start: first, end: last } = placeOf(tokens, start, end);
    parts.push(tokens.text.slice(first, last).replace(ASIDE, ','));
    end = start - 1;
  }
  return parts;
}

/** "48 visits for the knee and none for the back", "wore splints on both sides and had an injection of the right": what follows may be of another place. */
function isAnother(keys: readonly string[], at: number): boolean {
  return OF_ANOTHER.has(keys[at] ?? '') && (keys[at - 1] === 'and' || keys[at - 1] === 'but');
}

const OF_ANOTHER: ReadonlySet<string> = new Set(['none', 'had', 'has', 'received', 'underwent', 'completed', 'attended', 'tried', 'got']);

/** What is found in the first part that has any. */
function nearest<T>(parts: readonly string[], find: (part: string) => readonly T[]): readonly T[] | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found.length > 0) return found;
  }
  return undefined;
}

function sidesOf(words: string): Side[] {
  return [...new Set(findSides(words).map(({ value }) => value))];
}

/** Undefined where the sentence gives none; `?` where it gives only a month or a year. */
function datesOf({ tokens }: Sentence): readonly string[] | undefined {
  const dates = findDates(tokens.text).map(({ value }) => value);
  if (dates.length > 0) return dates;
  const vague = tokens.keys.some((key, i) => MONTHS.test(key) || (tokens.kinds[i] === 'number' && /^(?:19|20)\d\d$/.test(key)));
  return vague ? ['?'] : undefined;
}

/** The token behind "of the right knee": past the regions from a token on, and the words that `joints` holds between them. */
export function behindPlace({ tokens, found }: Pick<Sentence, 'tokens' | 'found'>, from: number, joints: ReadonlySet<string>): number {
  let at = from;
  while (at < tokens.count) {
    const region = found.mentions.find((mention) => mention.kind === 'region' && mention.from === at);
    if (region) at = region.to;
    else if (joints.has(tokens.keys[at] ?? '')) at++;
    else break;
  }
  return at;
}
