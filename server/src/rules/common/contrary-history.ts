import { regionsRelated } from '../../vocabulary/regions.ts';
import type { HistoryFact, ToldTreatment } from '../../determination/case-history.ts';

/** How two values of a topic are held against each other. */
interface Comparison {
  readonly contrary: (one: string, other: string) => boolean;
  /** So far apart two figures still agree. */
  readonly tolerance?: number;
  /** Sure enough for a warning. */
  readonly grave: boolean;
}

const differ = (one: string, other: string): boolean => one !== other;
/** What is only asked for is neither done nor said to be missing. */
const TREATMENT: Comparison = { contrary: (one, other) => one !== other && other !== 'asked', grave: true };
const SCORE: Comparison = { contrary: differ, grave: false };
/** A topic a row. `score epworth` and its like are compared as `score`. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  smoking: { contrary: differ, grave: true },
  'work status': { contrary: differ, grave: true },
  handedness: { contrary: differ, grave: true },
  visits: { contrary: differ, grave: true },
  treatment: TREATMENT,
  'suicidal ideation': { contrary: differ, grave: true },
  snoring: { contrary: differ, grave: true },
  occupation: { contrary: differ, grave: false },
  'mechanism of injury': { contrary: differ, grave: true },
  'score bmi': { ...SCORE, tolerance: 1 },
  'score bodymassindex': { ...SCORE, tolerance: 1 },
};

/** What says otherwise than a fact, and how sure that is. */
export interface ContraryHistory {
  readonly other: HistoryFact;
  readonly grave: boolean;
}

/**
 * The fact of a summary that says otherwise than a rationale's. Null where the given one isn't sure, where none is contrary, and where any
 * of the summary's facts bears it out.
 */
export function contraryHistory(fact: HistoryFact, facts: readonly HistoryFact[]): ContraryHistory | null {
  if (!fact.sure) return null;
  const comparison = COMPARISONS[fact.topic] ?? SCORE;
  const comparable = facts.filter((other) => other.topic === fact.topic && isSameTreatment(fact.treatment, other.treatment) && isAtPlace(fact, other));
  if (comparable.some((other) => agrees(fact, other, comparison))) return null;
  const other = comparable.find(({ sure, value }) => sure && comparison.contrary(fact.value, value));
  if (!other || (fact.topic === 'visits' && comparable.length > 1)) return null;
  return { other, grave: comparison.grave };
}

function agrees(fact: HistoryFact, { value }: HistoryFact, { tolerance }: Comparison): boolean {
  return value === fact.value || (tolerance !== undefined && Math.abs(Number(value) - Number(fact.value)) <= tolerance);
}

/** "No injection" and "no surgery" speak of each of their kind. */
function isSameTreatment(one: ToldTreatment | null, other: ToldTreatment | null): boolean {
  if (!one || !other) return one === other;
  const isAny = ({ id }: ToldTreatment) => id === 'injection' || id === 'surgery';
  return one.id === other.id || (INTO_JOINTS.has(one.id) && INTO_JOINTS.has(other.id)) || ((isAny(one) || isAny(other)) && one.kind === other.kind);
}

/** What is put into a joint is told by its place or by its drug: "no intra-articular injection", "a corticosteroid injection of the knee". */
const INTO_JOINTS: ReadonlySet<string> = new Set(['joint-injection', 'corticosteroid-injection']);

function isAtPlace(one: HistoryFact, other: HistoryFact): boolean {
  const isAnywhere = one.treatment === null || one.treatment.kind === 'drug';
  return isAnywhere || (isOfRegion(one, other) && (overlap(one.sides, other.sides) || one.sides.includes('bilateral') || other.sides.includes('bilateral')));
}

/** "Neither hand was ever operated on" is of the wrists, too. */
function isOfRegion(one: HistoryFact, other: HistoryFact): boolean {
  if (overlap(one.regions, other.regions)) return true;
  return one.value === 'done' && other.value === 'never' && one.regions.some((region) => other.regions.some((next) => regionsRelated(region, next)));
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((each) => other.includes(each));
}
