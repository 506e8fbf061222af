import { placesMeet } from '../../determination/words/parent-words.ts';
import type { CaseFact } from '../../determination/case/case-fact.ts';

/** How facts of one topic, or of a kind of topics, are held against each other. */
interface Comparison {
  /** The topics that a denial of this one denies with it: "no neurologic deficit" denies weakness. */
  readonly covers?: readonly string[] | 'all';
  /** What has to be the same part of the body: the region, the upper or lower half for what a root or nerve does; nothing for a test, which belongs to one by itself. */
  readonly by: 'region' | 'half' | 'nothing';
}

const SIGN: Comparison = { by: 'region' };
const TEST: Comparison = { by: 'nothing' };
/** What a root or nerve of the spine or the limb gives. */
const NERVE = ['weakness', 'numbness', 'diminished-reflex', 'foot-drop'];
/** The topics that have a way of their own. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  ...Object.fromEntries(NERVE.map((topic) => [topic, { by: 'half' } as const])),
  neurologic: { covers: NERVE, by: 'half' },
  examination: { covers: 'all', by: 'region' },
};

export const UPPER: readonly string[] = ['head', 'face', 'neck', 'upper-back', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand'];
export const LOWER: readonly string[] = ['low-back', 'pelvis', 'hip', 'groin', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot'];

/** Values that can't both be true of one topic at one place and time. */
const CONTRARY: Readonly<Record<string, readonly string[]>> = { absent: ['present', 'positive'], present: ['absent'], positive: ['negative'], negative: ['positive'] };

/**
 * The fact that says otherwise than a given one. Null where the given one isn't sure, where none is contrary, and where any of the facts bears it
 * out: a summary with two examinations of different results contradicts neither.
 */
export function contraryTo(fact: CaseFact, facts: readonly CaseFact[]): CaseFact | null {
  if (!fact.sure) return null;
  const comparable = facts.filter((other) => isOnTopic(fact, other) && isAtPlace(fact, other));
  const both = fact.sides.includes('bilateral') ? comparable.find((other) => other.sure && isContrary(fact, other) && isOneSide(other) && !comparable.some((each) => each.value === fact.value && !isOfOtherSide(each, other))) : undefined;
  if (both) return both;
  if (comparable.some((other) => other.value === fact.value)) return null;
  return comparable.find((other) => other.sure && isContrary(fact, other)) ?? null;
}

function isOneSide({ sides }: CaseFact): boolean {
  return sides.length === 1 && sides[0] !== 'bilateral';
}

/** "Negative on both sides" is not borne out by "positive on the left, negative on the right". */
function isOfOtherSide(one: CaseFact, other: CaseFact): boolean {
  return isOneSide(one) && isOneSide(other) && one.sides[0] !== other.sides[0];
}

function isContrary(fact: CaseFact, other: CaseFact): boolean {
  return CONTRARY[fact.value]?.includes(other.value) === true;
}

function isOnTopic(fact: CaseFact, other: CaseFact): boolean {
  return fact.topic === other.topic || covers(fact.topic, other.topic) || covers(other.topic, fact.topic);
}

function covers(topic: string, other: string): boolean {
  const covered = COMPARISONS[topic]?.covers;
  return covered === 'all' || covered?.includes(other) === true;
}

/** Where one of the two doesn't say which side or region, the other's is meant. A date has to be the other's, too. */
function isAtPlace(fact: CaseFact, other: CaseFact): boolean {
  if (fact.dates.length > 0 && !fact.dates.some((date) => other.dates.includes(date) && date !== '?')) return false;
  return isOfRegion(fact, other) && isOfSide(fact, other);
}

function isOfRegion(fact: CaseFact, other: CaseFact): boolean {
  const isTest = (value: string) => value === 'positive' || value === 'negative';
  const { by } = COMPARISONS[fact.topic] ?? (isTest(fact.value) && isTest(other.value) ? TEST : SIGN);
  if (by === 'nothing' || placesMeet(fact.regions, other.regions)) return true;
  return by === 'half' && [UPPER, LOWER].some((half) => [fact, other].every(({ regions }) => regions.some((region) => half.includes(region))));
}

function isOfSide(one: CaseFact, other: CaseFact): boolean {
  return one.sides.includes('bilateral') || other.sides.includes('bilateral') || placesMeet(one.sides, other.sides);
}

/**
 * A fact that gives the same figure for the other side: "strength of the left great toe is 4/5" beside a right one of 4/5. Null where any fact of the topic
 * is of that side, or doesn't say of which.
 */
export function sameOnOtherSide(fact: CaseFact, facts: readonly CaseFact[]): CaseFact | null {
  const [side, ...others] = fact.sides;
  if (!fact.sure || fact.measure === null || side === undefined || side === 'bilateral' || others.length > 0 || fact.dates.length > 0) return null;
  const onTopic = facts.filter(({ topic }) => topic === fact.topic);
  if (onTopic.some(({ sides }) => sides.length === 0 || sides.includes(side) || sides.includes('bilateral'))) return null;
  return onTopic.find(({ sure, measure, regions }) => sure && measure === fact.measure && placesMeet(regions, fact.regions)) ?? null;
}
