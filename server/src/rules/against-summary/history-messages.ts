import type { HistoryFact } from '../../determination/case/history-fact.ts';
import { isFigure } from './known-figures.ts';

/** The messages on treatments by what the rationale says of them. */
const ON_TREATMENT: Readonly<Record<string, 'never' | 'done'>> = { never: 'never', done: 'done' };

/** What is said of a fact that the summary has otherwise. */
export function historyMessage(item: number, fact: HistoryFact, other: HistoryFact) {
  const messageId = fact.topic === 'treatment' ? ON_TREATMENT[fact.value] : undefined;
  if (messageId !== undefined) return { messageId, data: { item, treatment: fact.name } };
  if (fact.topic === 'result') return { messageId: 'result', data: { item, test: fact.treatment?.name ?? '', stated: fact.value, reported: other.value } } as const;
  if (fact.topic === 'habit') return { messageId: 'habit', data: { item, thing: other.name } } as const;
  if (fact.topic === 'proof') return { messageId: 'proof', data: { item, test: other.treatment?.name ?? '', finding: fact.name } } as const;
  if (fact.topic === 'gain' && fact.value === 'present') return { messageId: 'gained', data: { item, gain: other.name } } as const;
  if (fact.topic === 'gain') return { messageId: 'gain', data: { item, gain: fact.name } } as const;
  if (fact.topic === 'state' && fact.value === 'present') return { messageId: 'in-state', data: { item, state: fact.name } } as const;
  if (fact.topic === 'state') return { messageId: 'state', data: { item, state: other.name } } as const;
  if (isFigure(fact)) return { messageId: 'figure', data: { item, what: fact.topic === 'visits' ? 'visits' : fact.name, stated: fact.value, reported: other.value } } as const;
  return { messageId: 'otherwise', data: { item, what: whatOf(fact, other), stated: fact.name, reported: other.name } } as const;
}

/** What two facts differ on, as a message calls it. */
function whatOf({ topic, treatment }: HistoryFact, other: HistoryFact): string {
  if (topic === 'grade') return other.treatment?.name ?? '';
  if (topic === 'reason for stopping') return `reason for stopping ${treatment?.name ?? ''}`;
  return topic.startsWith('trend ') ? 'course of a score' : topic;
}

/** What is said of a denial that the summary tells in the same words. A thing of a vocabulary has a name, other words are quoted. */
export function wordsMessage(item: number, { words, name }: HistoryFact) {
  return words?.length === 1 && words[0]?.thing ? ({ messageId: 'never', data: { item, treatment: name } } as const) : ({ messageId: 'denied', data: { item, words: name } } as const);
}
