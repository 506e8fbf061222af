import { historyInSummary, isSymptom } from '../../determination/case/case-history.ts';
import type { HistoryFact } from '../../determination/case/history-fact.ts';
import { historyOfItem } from '../common/item-history.ts';
import { contraryHistory } from './compared-history.ts';
import type { SignReader } from './sign-messages.ts';

/** Complaints that are there or not, such as locking and giving way, and that the summary tells otherwise. */
export const symptoms: SignReader = ({ item, reading, summary }) => historyOfItem(reading).filter(isSymptom).flatMap((fact) => {
  const contrary = contraryHistory(fact, historyInSummary(summary));
  return contrary ? [{ span: fact.span, ...messageOn(item, fact), told: contrary.other.span }] : [];
});

function messageOn(item: number, { topic, value, name }: HistoryFact) {
  const finding = topic === 'state' ? name : topic;
  return value === 'absent' ? ({ messageId: 'contradicted', data: { item, finding } } as const) : ({ messageId: 'denied', data: { item, finding } } as const);
}
