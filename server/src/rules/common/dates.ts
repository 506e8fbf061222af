import { isoDate } from '../../determination/reading/facts.ts';
import type { Determination, Fact, FactKey } from '../../determination/model.ts';

// What the rules on dates share.

/** The dates of a letter's head in the order in which they happen, with their names in a message. */
export const HEAD_DATES: readonly (readonly [FactKey, string])[] = [
  ['date-of-injury', 'date of injury'], ['ur-denial-date', 'UR denial date'], ['application-received', 'date of the application'],
  ['date-assigned', 'date of assignment'], ['decision-date', 'date of the decision'],
];

export interface HeadDate {
  readonly key: FactKey;
  readonly name: string;
  readonly iso: string;
  readonly fact: Fact;
}

/** The dates of the head that can be read, in the order in which they should happen. */
export function headDates({ facts }: Pick<Determination, 'facts'>): HeadDate[] {
  return HEAD_DATES.flatMap(([key, name]) => {
    const fact = facts.get(key);
    const iso = isoDate(fact);
    return fact && iso !== null ? [{ key, name, iso, fact }] : [];
  });
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date (YYYY-MM-DD) in the form of another: "10-19-16", "10/21/2016", "October 21, 2016", "2016-10-21". */
export function writtenLike(example: string, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (/^\d{4}-/.test(example)) return iso;
  const parts = /^(\d{1,2})([-/.–])(\d{1,2})[-/.–](\d{2,4})$/.exec(example);
  if (!parts) return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
  const padded = parts[1]?.startsWith('0') === true || parts[3]?.startsWith('0') === true;
  const joint = parts[2] ?? '/';
  const number = (digits: string): string => (padded ? digits : String(Number(digits)));
  return [number(month), number(day), parts[4]?.length === 2 ? year.slice(2) : year].join(joint);
}
