import { keptBy } from '../../markdown/kept-by.ts';
import { readSentence, type Sentence } from '../../language/sentence.ts';
import { findDates, MONTHS } from '../../vocabulary/dates.ts';
import { isCommonWord } from '../../vocabulary/everyday.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import type { Prose } from '../model.ts';
import { allSentences } from '../statements.ts';
import type { ToldWords } from './told-words.ts';

/** Of what a summary tells, that which it dates behind a time: "[not tested] since he was started on oxycodone in 2013". Nothing where it isn't known when that was. */
export function toldSince(told: readonly ToldWords[], since: string, summary: Prose): readonly ToldWords[] {
  const begin = beginOf(since, summary);
  return begin === null ? [] : told.filter(({ sentence, how }) => how === 'done' && daysIn(sentence).some((day) => isLater(day, begin)));
}

/** The day, month or year that the words behind "since" give; of the injury none is asked for, and of any other event the summary's; null where that isn't known. */
function beginOf(since: string, summary: Prose): string | null {
  const words = readSentence(since.split(/[,;:—–]/)[0] ?? since);
  const [own] = daysIn(words).toSorted();
  if (own) return own;
  if (words.tokens.keys.some((key) => INJURY.has(key))) return '';
  const stems = words.tokens.keys.filter((key, at) => words.tokens.kinds[at] === 'word' && key.length > 3 && !EVERYDAY.has(key) && !isCommonWord(key)).map(stemOf);
  const days = allSentences(summary).filter(({ sentence }) => stems.length > 0 && stems.some((stem) => sentence.tokens.keys.some((key) => stemOf(key) === stem))).flatMap(({ sentence }) => daysIn(sentence));
  return days.toSorted().at(-1) ?? null;
}

const INJURY: ReadonlySet<string> = new Set(['injury', 'injured', 'accident', 'hurt', 'fell']);
const EVERYDAY: ReadonlySet<string> = new Set(['then', 'that', 'this', 'when', 'left', 'with', 'from', 'their', 'began', 'begun', 'started', 'start', 'first', 'last', 'time', 'been', 'were', 'have', 'came', 'went', 'taken', 'took']);

/** The days, months and years that a sentence names: "2021-09-14", "2021-09", "2021". Kept with the sentence. */
export const daysIn = keptBy(({ text, tokens: { keys, kinds } }: Sentence): readonly string[] => {
  const days = findDates(text).map(({ value }) => value);
  const others = keys.flatMap((key, at): string[] => {
    if (kinds[at] !== 'number' || !/^(?:19|20)\d\d$/.test(key) || days.some((day) => day.startsWith(key))) return [];
    const month = MONTHS.indexOf(keys[at - 1] ?? '') + 1;
    return [month > 0 ? `${key}-${String(month).padStart(2, '0')}` : key];
  });
  return [...days, ...others];
});

/** As far as both are known. */
function isLater(day: string, begin: string): boolean {
  const known = Math.min(day.length, begin.length);
  return begin === '' || day.slice(0, known) > begin.slice(0, known);
}
