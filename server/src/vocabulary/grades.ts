import data from './grades.json' with { type: 'json' };

/** What words or a figure say of a measure. `slight` is only said in words, `grave` only by figures; `between` is a figure that may be called either. */
export type Grade = 'good' | 'slight' | 'between' | 'bad' | 'grave';

type Bounds = readonly number[];

/** Something that figures and words grade alike: a sleepiness score, the bone density. */
export interface GradedMeasure {
  readonly name: string;
  readonly called: readonly string[];
  /** The names whose figures are its own, where some of `called` aren't. */
  readonly figureOf?: readonly string[];
  readonly range: Bounds;
  readonly good: Bounds;
  readonly bad: Bounds;
  readonly grave: Bounds;
  readonly low?: boolean;
  readonly signed?: boolean;
  /** Its figures are per cents, or may be. */
  readonly percent?: boolean;
  readonly inPercent?: boolean;
  /** Two figures, of which the first counts: "158/96". */
  readonly ofTwo?: boolean;
  /** "4/5". */
  readonly ofFive?: boolean;
  /** The part of the body whose figures these are. */
  readonly region?: string;
  /** The state of somebody whose figure is bad. */
  readonly state?: string;
  readonly isGood?: readonly string[];
  readonly isBad?: readonly string[];
}

export const gradedMeasures: readonly GradedMeasure[] = data.measures;

/** The words of each grade; `high` and `low` are good or bad by the measure. */
export const gradeWords: Readonly<Record<'good' | 'slight' | 'bad' | 'high' | 'low', readonly string[]>> = data.words;

const isIn = (value: number, [from = 0, to = 0]: Bounds): boolean => from <= value && value <= to;

/** What a figure says of a measure; null where it can't be one of it. */
export function gradeOf(measure: GradedMeasure, value: number): Grade | null {
  if (!isIn(value, measure.range)) return null;
  if (isIn(value, measure.grave)) return 'grave';
  if (isIn(value, measure.bad)) return 'bad';
  return isIn(value, measure.good) ? 'good' : 'between';
}

/** What "high" or "low" says of a measure. */
export function gradeOfExtent({ low }: GradedMeasure, extent: 'high' | 'low'): Grade {
  if (extent === 'low') return low ? 'bad' : 'slight';
  return low ? 'good' : 'bad';
}

const CONTRARY: Readonly<Record<Grade, readonly Grade[]>> = { good: ['bad', 'grave'], slight: ['grave'], between: [], bad: ['good'], grave: ['good', 'slight'] };

/** Whether two grades can't both be said of one measure. */
export function areContraryGrades(one: string, other: string): boolean {
  return (CONTRARY[one as Grade] as readonly string[] | undefined)?.includes(other) === true;
}

