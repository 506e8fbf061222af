import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';

/** A part of the spine by its letter. The sacral levels count with the low back: nobody treats S1 but for the low back. */
export type SpinalRegion = 'neck' | 'upper-back' | 'low-back';

/**
 * What "L4-5", "L4 and L5" or "C4 through C7" names. `levels`: every vertebra or nerve root in the order of the spine ("L4", "L5").
 * `segments`: the motion segments that the words join ("L4-L5"), none for a plain list. `regions`: where they are.
 */
export interface SpinalLevels {
  readonly levels: readonly string[];
  readonly segments: readonly string[];
  readonly regions: readonly SpinalRegion[];
}

/** From the neck to the sacrum, so that ranges can be counted through. */
const column: readonly string[] = [...named('C', 8), ...named('T', 12), ...named('L', 5), ...named('S', 5)];

/** The last vertebra of a letter is followed by the first of the next: the segment is C7-T1, not C8-T1. */
const vertebrae = column.filter((level) => level !== 'C8');

function named(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

/** The first level of a list. */
const firstLevel = /(?<![\w/])([CTLS])(\d{1,2})\b/gi;

/** How many levels lie from one to the other: 1 from L4 to L5, 0 for the same. */
export function levelsApart(one: string, other: string): number {
  return Math.abs(column.indexOf(one) - column.indexOf(other));
}

/** Whether two names of levels have one in common. "L4-5" and "L5-S1" are two segments that share a vertebra; "L5" may be meant with either. */
export function levelsMeet(one: Pick<SpinalLevels, 'levels' | 'segments'>, other: Pick<SpinalLevels, 'levels' | 'segments'>): boolean {
  const both = one.segments.length > 0 && other.segments.length > 0;
  const [mine, theirs] = both ? [one.segments, other.segments] : [one.levels, other.levels];
  return mine.some((level) => theirs.includes(level));
}

/** What joins one level to the next, and the next. Its letter may be missing where the joint is a hyphen or a slash ("L4-5", "L4/5"). */
const nextLevel = /(?:( ?[-–/] ?)([CTLS]?)|(,? ?(?:and|&|through|thru|to) |, ?)([CTLS]))(\d{1,2})\b/iy;

/** Behind "T1" or "T2": an image's weighting. Behind "T3" and "T4", or before: a thyroid hormone. */
const notALevel = /^[- ]?(?:weighted|signal|image|hyperintens|sequence|bright|thyroid|tsh)/i;

interface Step {
  readonly level: string;
  /** Joined to the level before it as a segment or range, not as one of a list. */
  readonly range: boolean;
}

/** Spinal levels in a text, each list of them as one mention. */
export const findSpinalLevels = rememberShort((text): readonly Mention<SpinalLevels>[] => {
  const found: Mention<SpinalLevels>[] = [];
  let from = 0;
  for (const match of text.matchAll(firstLevel)) {
    if (match.index < from) continue;
    const { steps, end } = readSteps(text, match);
    if (steps.length > 0 && !notALevel.test(text.slice(end, end + 12))) found.push(mention(asLevels(steps), text, match.index, end));
    from = end;
  }
  return found;
});

/** The levels one after the other as far as they are joined, and where they end. */
function readSteps(text: string, first: RegExpMatchArray & { index: number }): { steps: Step[]; end: number } {
  let letter = (first[1] ?? '').toUpperCase();
  const level = levelNamed(letter, first[2] ?? '');
  let end = first.index + first[0].length;
  if (level === null) return { steps: [], end };
  const steps: Step[] = [{ level, range: false }];
  for (;;) {
    nextLevel.lastIndex = end;
    const match = nextLevel.exec(text);
    const [, , shortLetter, joint = '-', listLetter, number = ''] = match ?? [];
    if (!match) return { steps, end };
    letter = (shortLetter || listLetter || letter).toUpperCase();
    const next = levelNamed(letter, number);
    if (next === null) return { steps, end };
    steps.push({ level: next, range: /-|thr|to/i.test(joint) });
    end += match[0].length;
  }
}

function levelNamed(letter: string, number: string): string | null {
  const level = `${letter}${Number(number)}`;
  return column.includes(level) ? level : null;
}

function asLevels(steps: readonly Step[]): SpinalLevels {
  const levels = new Set<string>();
  const segments = new Set<string>();
  steps.forEach(({ level, range }, index) => {
    const before = steps[index - 1];
    levels.add(level);
    if (range && before) for (const segment of segmentsBetween(before.level, level, levels)) segments.add(segment);
  });
  return { levels: inOrder(levels), segments: [...segments], regions: regionsOf(levels) };
}

/** The motion segments from one level down to another; adds the levels on the way. */
function segmentsBetween(from: string, to: string, levels: Set<string>): string[] {
  const run = vertebrae.slice(Math.max(vertebrae.indexOf(from), 0), vertebrae.indexOf(to) + 1);
  for (const level of run) levels.add(level);
  return run.slice(1).map((level, index) => `${run[index]}-${level}`);
}

function inOrder(levels: ReadonlySet<string>): string[] {
  return column.filter((level) => levels.has(level));
}

function regionsOf(levels: ReadonlySet<string>): SpinalRegion[] {
  const regions = new Set<SpinalRegion>();
  for (const level of inOrder(levels)) regions.add(level.startsWith('C') ? 'neck' : level.startsWith('T') ? 'upper-back' : 'low-back');
  return [...regions];
}
