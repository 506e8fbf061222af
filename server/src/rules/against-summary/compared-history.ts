import { placesMeet } from '../../determination/words/parent-words.ts';
import { regionsRelated } from '../../vocabulary/regions.ts';
import { areContraryGrades } from '../../vocabulary/grades.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import type { HistoryFact } from '../../determination/case/history-fact.ts';
import { LOWER, UPPER } from './compared-signs.ts';
import { coversThing, isWithoutPlace } from '../common/covered-things.ts';

/** How two values of a topic are held against each other. */
interface Comparison {
  readonly contrary: (one: string, other: string) => boolean;
  /** Where values agree that aren't the same. */
  readonly agrees?: (one: string, other: string) => boolean;
  /** So far apart two figures still agree. */
  readonly tolerance?: number;
  /** Sure enough for a warning. */
  readonly grave: boolean;
}

function sharesWord(one: string, other: string): boolean {
  const stems = new Set(wordsOf(one));
  return wordsOf(other).some((stem) => stems.has(stem));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map(stemOf);
}

const differ = (one: string, other: string): boolean => one !== other;
/** What is only asked for is neither done nor said to be missing. */
const TREATMENT: Comparison = { contrary: (one, other) => one !== other && other !== 'asked', grave: true };
/** Grades of a measure: whatever isn't contrary bears the other out. */
const GRADE: Comparison = { contrary: areContraryGrades, agrees: (one, other) => !areContraryGrades(one, other), grave: false };
const SCORE: Comparison = { contrary: differ, grave: false };
/** A topic a row. `score epworth` and its like are compared as `score`. */
/** Reasons in words: those that share one agree. */
const REASON: Comparison = { contrary: (one, other) => !sharesWord(one, other), agrees: sharesWord, grave: false };
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  smoking: { contrary: differ, grave: true },
  drinking: { contrary: differ, grave: true },
  'work status': { contrary: differ, grave: true },
  handedness: { contrary: differ, grave: true },
  visits: { contrary: differ, grave: true },
  treatment: TREATMENT,
  state: { contrary: differ, grave: true },
  gain: { contrary: differ, grave: true },
  'suicidal ideation': { contrary: differ, grave: true },
  snoring: { contrary: differ, grave: true },
  occupation: { contrary: differ, grave: false },
  'mechanism of injury': { contrary: differ, grave: true },
  'score bmi': { ...SCORE, tolerance: 1, grave: true },
  'score a1c': { ...SCORE, tolerance: 0.1, grave: true },
  'score ahi': { ...SCORE, tolerance: 1, grave: true },
  'score fvc': { ...SCORE, tolerance: 1, grave: true },
  'score ejectionfraction': { ...SCORE, tolerance: 1, grave: true },
  'score headachedays': { ...SCORE, tolerance: 1, grave: true },
  'walking aid': { contrary: differ, grave: true },
  walking: { contrary: differ, grave: true },
  compartment: { contrary: differ, grave: true },
  graft: { contrary: differ, grave: true },
  household: { contrary: differ, grave: true },
  family: { contrary: differ, grave: true },
  'drug screen': { contrary: differ, grave: true },
  result: { contrary: differ, grave: true },
  habit: { contrary: differ, grave: true },
  grade: GRADE,
  'reason for stopping': REASON,
  proof: { contrary: differ, grave: true },
  'bronchodilator response': { contrary: differ, grave: true },
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
  const comparable = facts.filter((other) => other.topic === fact.topic && isOfOneThing(fact, other) && isAtPlace(fact, other) && isOfOneTime(fact, other));
  if (comparable.some((other) => agrees(fact, other, comparison))) return null;
  const other = comparable.find(({ sure, value }) => sure && comparison.contrary(fact.value, value));
  if (!other || (fact.topic === 'visits' && comparable.length > 1)) return null;
  return { other, grave: comparison.grave && !fact.loose && !other.loose && !namesMoreParts(fact, other) };
}

function agrees(fact: HistoryFact, { value }: HistoryFact, { tolerance, agrees: isAlike }: Comparison): boolean {
  if (isAlike) return isAlike(fact.value, value);
  return value === fact.value || (tolerance !== undefined && Math.abs(Number(value) - Number(fact.value)) <= tolerance);
}

/** What a denial denies has to hold what was done: "no injection" is of every kind of injection, "no epidural" of no other. */
function isOfOneThing({ topic, treatment, value, of }: HistoryFact, { treatment: other, value: otherValue, of: otherOf }: HistoryFact): boolean {
  if (!treatment || !other) return treatment === other;
  if ((topic === 'gain' || topic === 'proof') && !of?.some((one) => otherOf?.some((each) => coversThing(one, each)))) return false;
  if (isDenial(value) && !isDenial(otherValue)) return coversThing(treatment, other);
  if (isDenial(otherValue) && !isDenial(value)) return coversThing(other, treatment);
  return coversThing(treatment, other) || (topic === 'result' && coversThing(other, treatment));
}

function isDenial(value: string): boolean {
  return value === 'never' || value === 'absent';
}

/** What was measured on another day, may be another figure. */
function isOfOneTime({ topic, dates }: HistoryFact, { dates: others }: HistoryFact): boolean {
  if (topic !== 'result' && topic !== 'grade' && topic !== 'proof' && !topic.startsWith('score')) return true;
  // "In November 2021", and the summary's is of another day or of none.
  if (topic !== 'result' && dates.length > 0 && dates.every((date) => date === '?')) return false;
  const [whole, wholeOthers] = [dates, others].map((each) => each.filter((date) => date !== '?'));
  return !whole?.length || !wholeOthers?.length || placesMeet(whole, wholeOthers);
}

/** Whether two facts may be of one part of the body. */
export function isAtPlace(one: HistoryFact, other: HistoryFact): boolean {
  const isAnywhere = one.treatment === null || isWithoutPlace(one.treatment);
  return isAnywhere || (placesMeet(one.parts ?? [], other.parts ?? []) && isOfRegion(one, other) && (placesMeet(one.sides, other.sides) || one.sides.includes('bilateral') || other.sides.includes('bilateral')));
}

/** "Neither hand was ever operated on" is of the wrists, too, and a nerve study of the arms is of the hands. */
function isOfRegion(one: HistoryFact, other: HistoryFact): boolean {
  if (placesMeet(one.regions, other.regions) || NEXT_TO.some((parts) => [one, other].every(({ regions }) => regions.some((region) => parts.includes(region))))) return true;
  // A nerve study of a limb is of the roots of the spine that go there.
  if (isOfNerves(one) && [UPPER, LOWER].some((half) => [one, other].every(({ regions }) => regions.some((region) => half.includes(region))))) return true;
  return ((one.value === 'done' && other.value === 'never') || isOfNerves(one)) && one.regions.some((region) => other.regions.some((next) => regionsRelated(region, next)));
}

function isOfNerves({ treatment }: HistoryFact): boolean {
  return treatment?.kind === 'electrodiagnostics' || treatment?.id === 'emg' || treatment?.id === 'ncs' || treatment?.id === 'electrodiagnostics';
}

/** Pain of the hip is felt in the groin; the lungs are seen in a picture of the chest. */
const NEXT_TO: readonly (readonly string[])[] = [['hip', 'groin'], ['chest', 'lung']];

/** "No injection of the long finger", and the summary doesn't say of which finger its injection was. */
function namesMoreParts({ parts = [] }: HistoryFact, { parts: others = [] }: HistoryFact): boolean {
  return parts.some((part) => FINGERS.has(part)) && others.length === 0;
}

const FINGERS: ReadonlySet<string> = new Set(['thumb', 'index', 'middle', 'ring', 'little', 'small', 'pinky']);
