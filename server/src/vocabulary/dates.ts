import { matchesOf } from '../markdown/matches.ts';
import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';

/** The months in their order, in small letters. */
export const MONTHS: readonly string[] = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** Their first three letters. */
export const SHORT_MONTHS: readonly string[] = MONTHS.map((month) => month.slice(0, 3));

const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** No date begins or ends within a longer run of numbers. */
const before = String.raw`(?<![\d/.-])`;
const behind = String.raw`(?!\d|[/.-]\d)`;
const anyDate = new RegExp(
  [
    String.raw`${before}(?<isoYear>\d{4})[-/](?<isoMonth>\d{1,2})[-/](?<isoDay>\d{1,2})${behind}`,
    String.raw`${before}(?<month>\d{1,2})(?<joint>[-/.–])(?<day>\d{1,2})\k<joint>(?<year>\d{4}|\d{2})${behind}`,
    String.raw`\b(?<wordMonth>${monthWord})\.?[ \n](?<wordDay>\d{1,2})(?:st|nd|rd|th)?,?[ \n](?<wordYear>\d{4})${behind}`,
    String.raw`${before}(?<britishDay>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<britishMonth>${monthWord})\.?,? (?<britishYear>\d{4})${behind}`,
  ].join('|'),
  'gi',
);

/**
 * Whole dates in a text as YYYY-MM-DD: "10/21/2016", "10-19-16", "10.19.2016", "October 21st, 2016", "21 Oct. 2016", "2016-10-21".
 * Month before day, as in the United States. Two-digit years up to 49 are 20xx. A day that no calendar has is no date.
 */
export const findDates = rememberShort((text): readonly Mention<string>[] => {
  return find(text, anyDate, (parts) => {
    const year = parts['isoYear'] ?? parts['year'] ?? parts['wordYear'] ?? parts['britishYear'];
    const month = parts['isoMonth'] ?? parts['month'] ?? monthNumber(parts['wordMonth'] ?? parts['britishMonth'] ?? '');
    const day = parts['isoDay'] ?? parts['day'] ?? parts['wordDay'] ?? parts['britishDay'];
    return iso(year ?? '', month, day ?? '');
  });
});

/**
 * The date that the whole text is, as YYYY-MM-DD; null for anything else. Blanks, a closing full stop, quotes and a time of the day don't count, and a
 * number above 12 in front is the day: "18.11.2016".
 */
export function readDate(text: string): string | null {
  return text.length > LONGEST_DATE ? null : dateOf(text);
}

const LONGEST_DATE = 60;

const dateOf = rememberShort((text): string | null => {
  const only = text.trim().replace(/^["“‘']|["”’']$/g, '').replace(TIME, '').replace(/\.$/, '').replaceAll(/[–‑]/g, '-');
  const dayFirst = DAY_FIRST.exec(only);
  if (dayFirst) return iso(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '');
  const [date] = findDates(only);
  return date && date.text.length === only.length ? date.value : null;
});

const TIME = /[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = /^(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-](\d{4})$/;

/** Days from one ISO date to another, negative where the second is the earlier; NaN where one of them is no ISO date. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function find(text: string, pattern: RegExp, read: (parts: Record<string, string | undefined>) => string | null): Mention<string>[] {
  const found: Mention<string>[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of matchesOf(pattern, text)) {
    const value = read(match.groups ?? {});
    if (value !== null) found.push(mention(value, text, match.index, match.index + match[0].length));
  }
  return found;
}

function monthNumber(word: string): string {
  return String(SHORT_MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

/** Null where the calendar has no such day. */
function iso(year: string, month: string, day: string): string | null {
  const y = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const [m, d] = [Number(month), Number(day)];
  if (y < 1900 || y > 2099 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Day 0 of the next month is the last of this one. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
