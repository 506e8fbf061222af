import { numbersInSummary } from '../../determination/case/case-history.ts';
import type { HistoryFact } from '../../determination/case/history-fact.ts';
import type { Prose } from '../../determination/model.ts';
import { allSentences } from '../../determination/statements.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findFactors } from '../../vocabulary/factors.ts';

/** Whether what a fact tells is a figure: a score, or how many visits there were. */
export function isFigure({ topic }: Pick<HistoryFact, 'topic'>): boolean {
  return topic === 'visits' || topic.startsWith('score');
}

/** Whether a figure stands anywhere in a summary, or is two of its counts of visits together. */
export function isKnownFigure({ topic, value }: HistoryFact, summary: Prose): boolean {
  return numbersInSummary(summary).has(value) || (topic === 'visits' && visitsAdded(summary).has(Number(value)));
}

/** "20 visits before the revision and 32 after": what two counts of a sentence on visits make together. */
export const visitsAdded = keptBy((prose: Prose): ReadonlySet<number> => new Set(allSentences(prose).flatMap(({ sentence: { text } }) => {
  const figures = findFactors(text).filter(({ value: { unit, per, vague } }) => (unit === 'session' || unit === null) && !per && !vague);
  if (!figures.some(({ value }) => value.unit === 'session')) return [];
  return figures.flatMap((one, i) => figures.slice(i + 1).map((two) => one.value.value + two.value.value));
})));
