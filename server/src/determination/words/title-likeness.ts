import { findRegions } from '../../vocabulary/regions.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { isAnotherThing, isKindred, sharesThing } from './subject.ts';
import { titleWords } from './title-words.ts';

/**
 * How much two titles ask for the same, from 0 to 1: the share of the shorter title's words that the other has. 0 where they
 * name different sides or different regions: a left and a right knee are two items.
 */
export function likeness(a: string, b: string): number {
  if (differ(findSides(a).map(({ value }) => value), findSides(b).map(({ value }) => value))) return 0;
  if (differ(findRegions(a).map(({ value }) => value), findRegions(b).map(({ value }) => value))) return 0;
  const known = sharesThing(a, b) ? SAME_THING : isKindred(a, b) ? KINDRED : 0;
  if (known === 0 && isAnotherThing(a, b)) return 0;
  return Math.max(known, wordLikeness(a, b));
}

/** Less than the very same words, more than some of them: "UDS" is the urine drug screen. */
const SAME_THING = 0.8;
const KINDRED = 0.6;

function wordLikeness(a: string, b: string): number {
  const words = titleWords(a);
  const others = titleWords(b);
  const [few, many] = words.size <= others.size ? [words, others] : [others, words];
  if (few.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase() ? 1 : 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));
}
