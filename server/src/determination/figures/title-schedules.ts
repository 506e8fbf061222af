import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { shift } from '../../markdown/span.ts';
import { findDrugs, type Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { reckon } from '../../vocabulary/products.ts';
import { wrongTotals, type WrongTotal } from './reckonings.ts';
import type { PlacedSentence } from '../statements.ts';
import { voiceOf } from '../words/voice.ts';

// A title says how often and how long, or how many for how long; the rationale adds it up, or says how many are taken.

/** `course`: words for "three times a week for four weeks". `supply`: so many for so long, and of which drug. */
interface Schedule {
  readonly course: string | null;
  readonly supply: { readonly count: Factor; readonly time: Factor; readonly drug: Drug } | null;
}

/** The schedule of a title; null where it has none, or more figures than those of one. */
const scheduleIn = rememberShort((title): Schedule | null => {
  const figures = findFactors(title).filter(({ value: { unit } }) => unit === null || !NOT_COUNTED.has(unit));
  const [one, two, ...others] = figures;
  if (!one || !two || figures.some(({ value }) => value.vague)) return null;
  const last = others.at(-1) ?? two;
  const isHours = one.value.unit === 'hour' && one.value.per !== null && others.length < 2 && isTime(last.value);
  const isCourse = isHours || (others.length === 0 && isRate(one.value) && isTime(two.value));
  if (others.length > 0 && !isCourse) return null;
  const [drug, ...more] = findDrugs(title);
  const isSupply = isCount(one.value) && isTime(two.value) && drug !== undefined && more.length === 0;
  const course = isCourse ? `${title.slice(one.span.start, last.span.end)}, ` : null;
  return isCourse || isSupply ? { course, supply: isSupply ? { count: one.value, time: two.value, drug: drug.value } : null } : null;
});

const NOT_COUNTED: ReadonlySet<string> = new Set(['mg', 'mcg', 'percent', 'refill', 'ml']);

function isRate({ unit, per }: Factor): boolean {
  return (unit === 'time' || unit === 'session') && (per === 'week' || per === 'month');
}

function isTime({ unit, per }: Factor): boolean {
  return (unit === 'day' || unit === 'week' || unit === 'month') && per === null;
}

function isCount({ unit, per, sign }: Factor): boolean {
  return !per && (unit === 'piece' || (unit === null && sign === true));
}

/** What a rationale makes of the title's schedule, where that comes to something else. Spans: in the text. */
export function wrongBySchedule(sentences: readonly PlacedSentence[], title: string): readonly WrongTotal[] {
  const schedule = scheduleIn(title);
  if (!schedule) return [];
  const { course, supply } = schedule;
  return sentences.flatMap(({ sentence, start }) => {
    const wrong = course !== null ? ofCourse(sentence, course) : supply ? ofSupply(sentence, supply) : [];
    return wrong.map((total) => ({ ...total, span: shift(total.span, start) }));
  });
}

/** "The request, which totals fifteen visits". */
function ofCourse(sentence: Sentence, course: string): readonly WrongTotal[] {
  const { present } = sentence.found;
  const weekly = ofWeek(sentence, course);
  if (weekly.length > 0) return weekly;
  const [total, ...others] = findFactors(sentence.text);
  if (!total || others.length > 0 || hasWord(sentence, 'other-course')) return [];
  if (RESULTS.test(sentence.text.slice(total.span.end)) && /\b(?:the|these|those) $/i.test(sentence.text.slice(0, total.span.start))) return resulting(total, course);
  if (!(present.has('comes-to') || present.has('in-all')) || !present.has('asks-for')) return [];
  const text = course + sentence.text.charAt(0).toLowerCase() + sentence.text.slice(1);
  return wrongTotals(readSentence(text)).filter(({ span }) => span.start >= course.length).map((total) => ({ ...total, span: shift(total.span, -course.length) }));
}

/** "The hours asked for come to 36 a week", of six hours on five days. */
function ofWeek(sentence: Sentence, course: string): readonly WrongTotal[] {
  const parts = findFactors(course);
  if (parts[0]?.value.unit !== 'hour' || parts[0].value.per !== 'day' || !sentence.found.present.has('comes-to') || hasWord(sentence, 'other-course') || !/\bhours?\b/i.test(sentence.text)) return [];
  if (!sentence.found.present.has('asks-for') || hasWord(sentence, 'at-most') || voiceOf(sentence) === 'general') return [];
  const [total, ...others] = findFactors(sentence.text);
  const isWeekly = total?.value.per === 'week' && (total.value.unit === 'time' || total.value.unit === 'hour') && !total.value.vague;
  if (!total || !isWeekly || others.some(({ value }) => !parts.some((part) => part.value.value === value.value && part.value.unit === value.unit))) return [];
  const made = reckon(parts.slice(0, 2).map(({ value }) => value), { ...total.value, unit: 'hour' });
  return made && !made.agrees ? [{ span: total.span, comes: made.comes }] : [];
}

/** "The eighty hours that result", "the fifteen visits that are asked for". */
const RESULTS = /^ (?:that|which) (?:result|results|this makes|this comes to|are asked for|are requested|were requested|are sought|are in dispute|are at issue)\b/i;

function resulting({ value, span: place }: Mention<Factor>, course: string): readonly WrongTotal[] {
  if (value.vague || value.per) return [];
  const made = reckon(findFactors(course).map((figure) => figure.value), value);
  return made && !made.agrees ? [{ span: place, comes: made.comes }] : [];
}

/** "He takes three tablets a day", of #90 for 45 days. */
function ofSupply(sentence: Sentence, { count, time, drug }: NonNullable<Schedule['supply']>): readonly WrongTotal[] {
  if (!/\bday|daily|night|[btq]\.?i\.?d|\bq/i.test(sentence.text) || hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most') || voiceOf(sentence) !== 'case') return [];
  if (mentionsOf<Drug>(sentence, 'drug').some(({ value }) => value.generic !== drug.generic)) return [];
  const rates = findFactors(sentence.text).filter(({ value: { unit, per, vague } }) => per === 'day' && (unit === 'piece' || unit === 'time') && !vague);
  const [rate, ...others] = rates;
  if (!rate || others.length > 0 || isBesideAnother(sentence, rate)) return [];
  const made = reckon([rate.value, time], { ...count, unit: 'piece' });
  return made && !made.agrees ? [{ span: rate.span, comes: perDay(count, time) }] : [];
}

/** A second number that isn't the strength says that there is more to it. */
function isBesideAnother({ text }: Sentence, rate: Mention<Factor>): boolean {
  return findFactors(text).some((each) => each !== rate && (each.value.unit === 'piece' || each.value.unit === 'day' || each.value.sign === true || each.value.unit === 'med'));
}

const DAYS: Readonly<Record<string, number | undefined>> = { day: 1, week: 7, month: 30 };

function perDay({ value }: Factor, { value: times, unit }: Factor): string {
  return `${Math.round((value / (times * (DAYS[unit ?? 'day'] ?? 1))) * 10) / 10} a day`;
}
