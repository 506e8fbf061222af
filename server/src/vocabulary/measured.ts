import data from './measured.json' with { type: 'json' };
import { once } from './phrases.ts';

/** A unit: what it measures, and how much of the first unit of its kind it is. */
export interface MeasureUnit {
  readonly kind: string;
  readonly is: number;
}

/** The unit that a word, or two, name; undefined for any other word. */
export function unitNamed(words: string): MeasureUnit | undefined {
  return units().get(words);
}

const units = once((): ReadonlyMap<string, MeasureUnit> => new Map(data.units.flatMap(({ kind, is, words }) => words.map((word) => [word, { kind, is }] as const))));

const SETS = { joints: new Set(data.joints), breaks: new Set(data.breaks), labels: new Set(data.labels), limits: new Set(data.limits), limitsBehind: new Set(data['limits-behind']), changes: new Set(data.changes), approximate: new Set(data.approximate) } as const;

/**
 * Whether a word is of one of the kinds around a measured value: `joints` between a name and its value, `breaks` that are no part of a name, `labels` whose
 * numbers measure nothing, `limits` (before it), `limitsBehind` and `changes` that make it no plain fact, `approximate`.
 */
export function isOfValues(kind: keyof typeof SETS, word: string): boolean {
  return SETS[kind].has(word);
}

const groups = once((): ReadonlyMap<string, string> => new Map(data.same.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const))));

/** The word that stands for all that name one measure: "eased" and "benefit" are `relief`. */
export function measureWord(word: string): string {
  return groups().get(word) ?? word;
}

/** Whether a word is among those of a measure that has several names. */
export function isOfGroup(word: string): boolean {
  return groups().has(word);
}
