import { longestPhrase, phraseIndex } from './phrase-index.ts';
import type { Word } from './words.ts';

export interface Publisher {
  readonly kind: 'mtus' | 'acoem' | 'odg' | 'other';
  /** Index behind its last word. */
  readonly next: number;
}

const NAMES = phraseIndex<Publisher['kind']>([
  ['MTUS', 'mtus'],
  ['Medical Treatment Utilization Schedule', 'mtus'],
  ['ACOEM', 'acoem'],
  ['American College of Occupational and Environmental Medicine', 'acoem'],
  ['Occupational Medicine Practice Guidelines', 'acoem'],
  ['MDGuidelines', 'acoem'],
  ['ODG', 'odg'],
  ['Official Disability Guidelines', 'odg'],
  ['Official Disability Guide', 'odg'],
  ['Other Medical Treatment Guideline or Medical Evidence', 'other'],
  ['Other Medical Treatment Guidelines', 'other'],
  ['UpToDate', 'other'],
  ['Cochrane', 'other'],
]);

/** The publisher that is named from a word on; "ODG" in brackets behind its long name belongs to the name. */
export function publisherAt(words: readonly Word[], at: number, end: number): Publisher | null {
  const match = longestPhrase(NAMES, words, at, end, false);
  if (!match) return null;
  const kind = match.values[0]!;
  const short = match.next < end ? words[match.next] : undefined;
  const again = match.next - at > 1 && short && short.text === kind;
  return { kind, next: again ? match.next + 1 : match.next };
}
