import type { Determination, Prose } from '../../determination/model.ts';
import { placedInSummary } from '../../determination/words/placed-words.ts';
import { allSentences, inEach, ownSentences, sentenceAt } from '../../determination/statements.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { findRegions, type RegionId } from '../../vocabulary/regions.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { placeInWords, summaryOf } from '../engine/own-words.ts';

/** A part of the body as the summary names it, with the side in front of it or behind; `told`: as history, or to compare. */
interface NamedPart {
  readonly region: RegionId;
  readonly side: Side | null;
  readonly told: boolean;
  readonly span: Span;
}

/** A part that the summary names with its side. */
export type SidedPart = NamedPart & { readonly side: Side };

/** Whose side the summary speaks of. Spans: offsets of the document. */
export interface SummarySides {
  /** All sides that it names, whatever of. */
  readonly sides: readonly Side[];
  readonly parts: readonly NamedPart[];
  readonly summary: Prose;
  /** Where the summary's words begin. */
  readonly start: number;
}

/** The parts of the body that the summary names, and their sides; null where the letter has none. */
export function summarySides(determination: Determination): SummarySides | null {
  const summary = summaryOf(determination);
  if (!summary) return null;
  const { prose } = summary.reading;
  const { sides, parts } = sidesOf(prose);
  return { summary: prose, start: summary.start, sides, parts: parts.map((part) => ({ ...part, span: placeInWords({ prose, start: summary.start }, part.span) })) };
}

/** The sides that a summary names of some parts of the body, where it names no other: one side, twice or more; null else. */
export function onlySideOf(summary: Prose, regions: readonly RegionId[]): Side | null {
  const named = sidesOf(summary).parts.flatMap(({ region, side }) => (side && regions.includes(region) ? [side] : []));
  return named.length > 1 && new Set(named).size === 1 ? named[0] ?? null : null;
}

const sidesOf = keptBy((prose: Prose): Pick<SummarySides, 'sides' | 'parts'> => {
  const sentences = ownSentences(prose);
  const sides = sidesIn(allSentences(prose));
  const parts = regionsIn(allSentences(prose)).map(({ value, span }): NamedPart => {
    const beside = sides.find((side) => isBeside(prose.text, side.span, span));
    const around = sentenceAt(sentences, span)?.sentence;
    return { region: value, side: beside?.value ?? null, told: around === undefined || isTold(around), span: beside ? { start: Math.min(beside.span.start, span.start), end: Math.max(beside.span.end, span.end) } : span };
  });
  return { sides: [...new Set(sides.map(({ value }) => value))], parts };
});

/** The words that a summary places on one side and not on the other. Kept with the prose. */
export const wordsBySide = keptBy((summary: Prose): Readonly<Record<'left' | 'right', readonly string[]>> => {
  const placed = placedInSummary(summary);
  const onSide = (side: Side) => new Set(placed.filter((each) => each.side === side || each.side === 'bilateral').flatMap(({ near }) => [...near]));
  const [left, right] = [onSide('left'), onSide('right')];
  return { left: [...left].filter((word) => !right.has(word)), right: [...right].filter((word) => !left.has(word)) };
});

const sidesIn = inEach(({ text }) => findSides(text));
const regionsIn = inEach(({ text }) => findRegions(text));

/** "Right knee", "right lateral knee", "knee, right", "knee (R)". */
function isBeside(text: string, side: Span, part: Span): boolean {
  if (side.end <= part.start) return /^[\s.]{0,2}(?:[a-z-]+\s){0,2}$/i.test(text.slice(side.end, part.start));
  return side.start >= part.end && /^,?\s(?:on the\s|\()?$/i.test(text.slice(part.end, side.start));
}

function isTold(sentence: Sentence): boolean {
  return hasWord(sentence, 'beside');
}
