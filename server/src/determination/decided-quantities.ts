import { clauseAt } from '../language/clauses.ts';
import { hasWord, readSentence, type Sentence } from '../language/sentence.ts';
import { rememberShort } from '../markdown/remember.ts';
import type { Mention } from '../vocabulary/mention.ts';
import { findQuantities, type Quantity } from '../vocabulary/quantities.ts';

/** So many words before a figure say that it is a bound ("an MED above 120 mg"), or behind it that it is past ("10 sessions already had"). */
const NEAR = 4;

/**
 * The quantities that a conclusion decides: not those of a reason ("as 24 visits were completed, …", "without a one-month trial, …"), nor a bound
 * that something lies above or below.
 */
export const decidedQuantities = rememberShort((text): readonly Mention<Quantity>[] => {
  const sentence = readSentence(text);
  return findQuantities(text).filter((quantity) => !isAside(sentence, quantity));
});

function isAside(sentence: Sentence, { value, span }: Mention<Quantity>): boolean {
  const { tokens, clauses } = sentence;
  const at = Math.max(0, tokens.starts.findLastIndex((start) => start <= span.start));
  const end = tokens.starts.findIndex((start) => start >= span.end);
  const role = clauseAt(clauses, at)?.role;
  if (role !== undefined && role !== 'main') return true;
  if (hasWord(sentence, 'opens-reason', 0, 2) && at < tokens.keys.indexOf(',')) return true;
  if (hasWord(sentence, 'beyond-word', Math.max(0, at - NEAR), at)) return true;
  if (value.kind === 'dose' && hasWord(sentence, 'morphine-equivalent')) return true;
  return end > 0 && hasWord(sentence, 'past-course', end, Math.min(tokens.count, end + NEAR));
}
