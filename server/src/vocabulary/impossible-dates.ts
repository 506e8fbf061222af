import { rememberShort } from '../markdown/remember.ts';
import { SHORT_MONTHS } from './dates.ts';
import { mention, type Mention } from './mention.ts';

const MONTH_WORD = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? /g;
const DAY_AND_YEAR = /(\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b/y;
const IN_FIGURES = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/g;

/** With a short year only what looks like a day of a month can be told: "2/30/15". */
const SHORT = /(?<![\d/.-])(\d{1,2})([/-])(\d{2})\2(\d\d)(?![\d/-])/g;

/** Dates with a whole year that no calendar has: "February 30, 2017", "13/14/2021". Value: the part that can't be ("30", "13"). */
export const findImpossibleDates = rememberShort((text): readonly Mention<string>[] => {
  const written = [...text.matchAll(MONTH_WORD)].flatMap((match) => {
    DAY_AND_YEAR.lastIndex = match.index + match[0].length;
    const rest = DAY_AND_YEAR.exec(text);
    const month = SHORT_MONTHS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    return rest && !exists(month, Number(rest[1]), Number(rest[2])) ? [mention(rest[1] ?? '', text, match.index, DAY_AND_YEAR.lastIndex)] : [];
  });
  const figures = [...text.matchAll(IN_FIGURES)].flatMap(({ 0: all, 1: month = '', 3: day = '', 4: year, index }) =>
    exists(Number(month), Number(day), Number(year)) ? [] : [mention(Number(month) > 12 ? month : day, text, index, index + all.length)]);
  const short = [...text.matchAll(SHORT)].flatMap(({ 0: all, 1: month = '', 3: day = '', 4: year = '', index }) =>
    Number(month) <= 12 && Number(day) <= 31 && Number(month) > 0 && !exists(Number(month), Number(day), 2000 + Number(year)) ? [mention(day, text, index, index + all.length)] : []);
  return [...written, ...figures, ...short].sort((one, other) => one.span.start - other.span.start);
});

function exists(month: number, day: number, year: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
