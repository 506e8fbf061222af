import { painChangesInRationale, painChangesInSummary, ratingsOf, type PainChange } from '../../determination/case/pain-changes.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** A change of the pain that the summary tells otherwise. */
export const pain: FactReader = ({ item, rationale, summary }) => painChangesInRationale(rationale).flatMap((change) => {
  const other = contraryPain(change, painChangesInSummary(summary), ratingsOf(summary));
  return other ? [{ span: change.span, messageId: 'value', data: { item, what: 'pain', stated: change.text, reported: other.text }, ...LIKELY, told: other.span }] : [];
});

/**
 * The one change of the pain that a summary tells otherwise: it begins or ends as the rationale has it, and its other end is one that the summary doesn't know.
 * @param known the ratings of the summary
 */
function contraryPain(change: PainChange, summary: readonly PainChange[], known: ReadonlySet<number>): PainChange | null {
  const [other, ...others] = summary;
  if (!change.plain || !other || others.length > 0 || ![...change.words].some((word) => other.words.has(word))) return null;
  const unknown = change.ratings.filter((rating) => !known.has(rating));
  const shared = change.ratings.filter((rating) => other.ratings.includes(rating));
  return unknown.length === 1 && shared.length === 1 ? other : null;
}
