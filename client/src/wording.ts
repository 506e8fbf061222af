import type { LetterStatus } from '../../protocol/status.ts';

/** "1 item", "2 items". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What *IMR: Check Letter* answers: "3 items: 1 error, 2 warnings, 4 to fill in." */
export function verdict({ toFillIn = 0, ...status }: Omit<LetterStatus, 'uri' | 'inPart'>): string {
  const found = [
    [status.errors, 'error'], [status.warnings, 'warning'], [status.informations, 'piece'],
  ] as const;
  const parts = found
    .filter(([number]) => number > 0)
    .map(([number, noun]) => (noun === 'piece' ? `${count(number, noun)} of advice` : count(number, noun)));
  if (toFillIn > 0) parts.push(`${toFillIn} to fill in`);
  return `${count(status.items, 'item')}: ${parts.length === 0 ? 'nothing found' : parts.join(', ')}.`;
}

/** Dates in words as a letter prints them: 11/18/2016. */
export function withPrintedDates(words: string): string {
  return words.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, '$2/$3/$1');
}

/** No more than that many characters, the last one an ellipsis where some were left out. */
export function shortened(words: string, length: number): string {
  return words.length > length ? `${words.slice(0, length - 1).trimEnd()}…` : words;
}
