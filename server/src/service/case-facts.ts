import type { CaseFactKey, CaseFactReading } from '../../../protocol/new-letter.ts';
import { readDate } from '../vocabulary/dates.ts';

/** Answers `imr/caseFact`: a fact as the front matter writes it, dates as YYYY-MM-DD, or what is wrong with the words, in a sentence. */
export function readCaseFact(key: CaseFactKey, text: string): CaseFactReading {
  const words = text.replace(/\s+/g, ' ').trim();
  if (key === 'specialty') return { value: words };
  if (key === 'case-number') return readCaseNumber(words);
  const date = readDate(words);
  return date === null ? { problem: 'This is no date. Write it as 11/18/2016 or 2016-11-18, or leave it empty.' } : { value: date };
}

/** "cm16 0123456" in the form of the letters; another organisation's number as it is. */
function readCaseNumber(words: string): CaseFactReading {
  const [, year, number] = /^cm ?(\d{2})[- ]?(\d{7})$/i.exec(words) ?? [];
  if (year && number) return { value: `CM${year}-${number}` };
  return /^cm[ -]?\d/i.test(words) ? { problem: 'A case number has two digits for the year and seven behind it: CM16-0123456. Correct it, or leave it empty.' } : { value: words };
}
