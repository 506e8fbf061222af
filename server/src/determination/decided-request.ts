import type { Conclusion, Prose } from './model.ts';
import { ownSentences, statedIn, type PlacedStatement } from './statements.ts';

/** The words of what a conclusion decides. `start` counts in the rationale's `prose.text`. */
export interface DecidedWords {
  readonly text: string;
  readonly start: number;
}

/** What a conclusion says that it decides: the words nearest before the verdict; null where it doesn't say. */
export function decidedWords(prose: Prose, { span, verdict }: Conclusion): DecidedWords | null {
  const decided = statedIn(ownSentences(prose).filter(({ start }) => start === span.start), 'dispute')
    .filter(({ statement: { says }, span: place }) => says['what'] === 'decided' && place.start < verdict.end);
  const nearest = decided.reduce<PlacedStatement | null>((best, each) => (best && wordsStart(best) >= wordsStart(each) ? best : each), null);
  const of = nearest?.statement.slots['of'];
  return nearest && of && of.text !== '' ? { text: of.text, start: nearest.start + of.span.start } : null;
}

function wordsStart({ statement: { slots: { of } } }: PlacedStatement): number {
  return of?.from ?? -1;
}
