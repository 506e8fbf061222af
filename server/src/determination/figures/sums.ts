import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { overlap, type Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { findFactors, type Factor, type Unit } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { findQuantities } from '../../vocabulary/quantities.ts';
import { voiceOf } from '../words/voice.ts';

/** A figure that others in its sentence do not make up. `comes`: what they make. Span: in the sentence. */
export interface WrongSum {
  readonly span: Span;
  readonly comes: string;
  /** The parts may be others. */
  readonly isLikely?: boolean;
}

/** Sums of parts and changes in per cent that do not come out: "ten and eight make 20", "from 8 to 4, an improvement of 75 percent". */
export function wrongSums(sentence: Sentence): readonly WrongSum[] {
  return [...statedSums(sentence), ...signedSums(sentence), ...changedScores(sentence)];
}

function statedSums(sentence: Sentence): readonly WrongSum[] {
  return statementsOf(sentence, 'sum').flatMap((statement) => {
    if (statement.says['what'] === 'change') return wrongChange(sentence, statement);
    if (statement.says['what'] === 'doses') return wrongDoses(statement);
    return statement.says['what'] === 'sum' ? wrongSum(sentence, statement) : [];
  });
}

/** Every number from the first part to the total is a part if it has the total's unit or none: "12 visits, six more and another eight". */
function wrongSum(sentence: Sentence, { says, from, to, slots: { first, second, total } }: Statement): WrongSum[] {
  if (!first || !second || !total || (says['whole'] === undefined && hasWord(sentence, 'no-sum', from, to))) return [];
  const figures = findFactors(sentence.text);
  const [start, end] = [Math.min(first.span.start, total.span.start), Math.max(first.span.end, second.span.end, total.span.end)];
  const within = figures.filter(({ span, value }) => span.end > start && span.start < end && value.unit !== 'mg' && value.unit !== 'mcg');
  const isWhole = says['whole'] !== undefined;
  // "Tramadol 50 mg #120 (#60 approved; …)": the strength is no part of the sum.
  const all = within.find(({ span }) => span.start <= total.span.start && total.span.start < span.end) ?? (isWhole ? within[0] : undefined);
  if (!all || isDay(all, sentence.text)) return [];
  const unit = unitOf(all) ?? within.map(unitOf).find((each) => each !== null);
  const parts = within.filter((each) => each !== all && (unitOf(each) === null || unitOf(each) === unit) && !isYear(each.value.value) && !isDay(each, sentence.text) && !countsGroups(each, sentence.text));
  // "Two lesions (#14 and #19)": numbers that name teeth.
  if (unitOf(all) !== 'piece' && parts.every(({ value }) => value.sign && value.unit === null)) return [];
  const isNamed = parts.some((each) => unitOf(each) !== null);
  if (!(isNamed || isWhole || says['counted'] !== undefined) || unit === 'percent' || parts.length < 2 || [all, ...parts].some(({ value }) => value.vague || value.per || (value.times && !isWhole))) return [];
  const comes = parts.reduce((sum, { value }) => sum + value.value, 0);
  // What is more than its whole is no part of it.
  const isPart = !isWhole || parts.every(({ value }) => value.value < all.value.value);
  return !isPart || isSumOfSome(parts.map(({ value }) => value.value), all.value.value) ? [] : [{ span: total.span, comes: String(comes) }];
}

/** "He used twelve visits and gained thirty degrees, and six more on the twelve make eighteen": numbers that stand together come to it, or all do. */
function isSumOfSome(parts: readonly number[], total: number): boolean {
  return parts.some((_, from) => {
    let sum = 0;
    return parts.slice(from).some((value, i) => (sum += value) === total && (i > 0 || parts.length === 1));
  });
}

/** A bare "#90" is of what is taken one by one. */
function unitOf({ value: { unit, sign } }: Mention<Factor>): Unit | null {
  return unit ?? (sign ? 'piece' : null);
}

/** Whether a sentence adds to a count that stands before it. */
export const addsToBefore = keptBy((sentence: Sentence): boolean => {
  const statements = statementsOf(sentence, 'sum');
  return statements.some(({ says }) => says['what'] === 'more') && !statements.some(({ says }) => says['what'] === 'sum');
});

/** "She has had 12 visits. … Twelve more would make 28": what is added to the count that a sentence before gives, the nearest first. */
export function wrongAddition(before: readonly Sentence[], sentence: Sentence): readonly WrongSum[] {
  if (!addsToBefore(sentence)) return [];
  const sure = hadBefore(before);
  const had = sure ?? hadAmongOthers(before);
  return had === null ? [] : statementsOf(sentence, 'sum').flatMap(({ says, slots: { second, total } }): WrongSum[] => {
    if (says['what'] !== 'more' || !second || !total) return [];
    const figures = findFactors(sentence.text);
    const [more, all] = [second, total].map((slot) => figures.find(({ span }) => span.start <= slot.span.start && slot.span.start < span.end)?.value) as [Factor?, Factor?];
    if (!more || !all || ![more, all].every(isOfSessions)) return [];
    const comes = had + more.value;
    return comes === all.value ? [] : [{ span: total.span, comes: String(comes), ...(sure === null ? { isLikely: true } : {}) }];
  });
}

/** "Four visits lowered her score from 26 to 19. The section goes to ten": the one count of visits of the last sentence that is about this patient. */
function hadAmongOthers(before: readonly Sentence[]): number | null {
  const told = before.findLast((sentence) => !hasWord(sentence, 'limit-of-a-total') && voiceOf(sentence) === 'case' && findFactors(sentence.text).some(({ value }) => value.unit === 'session'));
  const counts = told ? findFactors(told.text).filter(({ value }) => value.unit === 'session') : [];
  const [only] = counts;
  return only && counts.length === 1 && isOfSessions(only.value) ? only.value.value : null;
}

/** The visits that were had by the one count of the sentence before, or by the last sentence that says how many they were. */
function hadBefore(before: readonly Sentence[]): number | null {
  const last = before.at(-1);
  const counts = last && !hasWord(last, 'limit-of-a-total') ? findFactors(last.text).filter(({ value }) => !isYear(value.value)) : [];
  const [only] = counts;
  if (only && counts.length === 1 && only.value.unit === 'session' && isOfSessions(only.value)) return only.value.value;
  for (const sentence of before.toReversed()) {
    const [said, ...others] = statementsOf(sentence, 'sum').flatMap(({ says, slots }) => (says['what'] === 'had' && slots['had'] ? [slots['had'].text] : []));
    if (said !== undefined) return others.length === 0 ? readAmount(said, 0)?.values[0] ?? null : null;
    if (findFactors(sentence.text).some(({ value }) => value.unit === 'session')) return null;
  }
  return null;
}

function isOfSessions({ unit, per, vague }: Factor): boolean {
  return per === null && vague !== true && (unit === null || unit === 'session');
}

function isYear(value: number): boolean {
  return value >= 1990 && value < 2100;
}

/** "Three series of 8, 8 and 6 visits". */
function countsGroups({ span }: Mention<Factor>, text: string): boolean {
  return /^ (?:series|courses|rounds|blocks|sets|phases|bouts|groups|stages|lots) of\b/i.test(text.slice(text.slice(span.start).search(/\s/) + span.start));
}

/** "Between 6 and 27 November 2014". */
function isDay({ span, value }: Mention<Factor>, text: string): boolean {
  return value.unit === null && findDates(text).some((date) => overlap(date.span, span) || (span.end <= date.span.start && /^ ?(?:and|to|or|through|[-–]) ?$/.test(text.slice(span.end, date.span.start))));
}

/** "8 visits last winter + 8 this spring = 18": nothing but plus signs between the parts, and an equals sign before the total. */
function signedSums({ text }: Sentence): WrongSum[] {
  if (!text.includes('+') || !text.includes('=')) return [];
  const figures = findFactors(text);
  return figures.flatMap((total, at): WrongSum[] => {
    if (at < 2 || !/=\s?#?$/.test(joint(text, figures, at)) || total.value.vague) return [];
    let first = at - 1;
    while (first > 0 && /^[^+\d]{0,30}\+\s?#?$/.test(joint(text, figures, first))) first--;
    const parts = figures.slice(first, at);
    if (parts.length < 2 || parts.some(({ value }) => value.vague || value.times) || text.slice(Math.max(0, (parts[0]?.span.start ?? 0) - 3), parts[0]?.span.start).includes('+')) return [];
    const comes = parts.reduce((sum, { value }) => sum + value.value, 0);
    const isOfOne = new Set([total, ...parts].flatMap(({ value: { unit, per } }) => (unit ? [`${unit}/${per}`] : []))).size <= 1;
    return !isOfOne || comes === total.value.value ? [] : [{ span: total.span, comes: String(comes) }];
  });
}

/** What stands between a figure and the one before it. */
function joint(text: string, figures: readonly Mention<Factor>[], at: number): string {
  return text.slice(figures[at - 1]?.span.end ?? 0, figures[at]?.span.start);
}

/** "Pain was 8/10 before it and 2/10 after, relief of 40%": two scores of ten and the one share that the change between them is called. */
function changedScores(sentence: Sentence): WrongSum[] {
  const { text } = sentence;
  const scores = [...text.matchAll(/(?<![\d/.-])(\d{1,2}(?:\.5)?)\/10(?![\d/])/g)];
  const [high, low] = scores.map(([, score]) => Number(score)) as [number?, number?];
  if (scores.length !== 2 || !high || low === undefined || high <= low || high > 10 || statementsOf(sentence, 'sum').some(({ says }) => says['what'] === 'change')) return [];
  const shares = findQuantities(text).filter(({ value }) => value.kind === 'percent');
  const [share] = shares;
  const behind = (scores[1]?.index ?? 0) < (share?.span.start ?? 0);
  if (!share || shares.length > 1 || !behind || !IS_CHANGE.test(text) || hasWord(sentence, 'only-a-bound')) return [];
  const near = text.slice(Math.max(0, share.span.start - 24), share.span.end + 24);
  const comes = Math.round(((high - low) / high) * 100);
  if (!/relie|improve|reduc|better|decreas|less|drop|gain/i.test(near) || share.value.values.some((percent) => Math.abs(percent - comes) <= ROUNDED)) return [];
  return [{ span: share.span, comes: `${comes}%` }];
}

const IS_CHANGE = /\b(?:before|prior|baseline|initially|without|from|fell|dropped|went|down)\b/i;

/** "300 mg in the morning and 600 mg at night": the day's dose. */
function wrongDoses({ slots: { first, second, total } }: Statement): WrongSum[] {
  if (!first || !second || !total) return [];
  const [one, other, all] = [first, second, total].map(({ text }) => readAmount(text, 0)?.values[0] ?? 0) as [number, number, number];
  return one + other === all ? [] : [{ span: total.span, comes: String(one + other) }];
}

/** Nobody rounds by so much. */
const ROUNDED = 12;
const FRACTIONS: ReadonlyMap<string, number> = new Map([['half', 50], ['halved', 50], ['third', 33], ['quarter', 25]]);

/** "From 8 to 4, an improvement of 75 percent". */
function wrongChange({ text, tokens }: Sentence, { from, to, slots: { before, after } }: Statement): WrongSum[] {
  if (!before || !after) return [];
  const [start, end] = [tokens.starts[Math.max(0, from - 4)] ?? 0, tokens.ends[Math.min(to + 4, tokens.count - 1)] ?? text.length];
  const shares = findQuantities(text.slice(start, end)).filter(({ value }) => value.kind === 'percent');
  const [share, ...more] = shares.map(({ value, span }) => ({ percent: value.values, span: { start: span.start + start, end: span.end + start } }));
  const said = share ?? fraction(tokens, Math.max(tokens.keys.lastIndexOf(',', from) + 1, from - 4), Math.min(to + 4, tokens.count));
  const [high, low] = [before, after].map((slot) => readAmount(slot.text, 0)?.values[0] ?? 0) as [number, number];
  // "From 71 to 85 percent": the two are percentages themselves.
  const isShare = said && [before, after].some((slot) => overlap(slot.span, said.span));
  if (!said || isShare || more.length > 0 || high <= 0 || high === low) return [];
  const comes = Math.round((Math.abs(high - low) / high) * 100);
  // "From 8 to 2, better than the half that one looks for".
  if (/\b(?:than|least|over|above|below|under)(?: the| a| an)? ?$/i.test(text.slice(0, said.span.start))) return [];
  const isNear = said.percent.some((percent) => Math.abs(percent - comes) <= ROUNDED);
  return isNear ? [] : [{ span: said.span, comes: `${comes}%` }];
}

function fraction(tokens: Sentence['tokens'], from: number, to: number): { readonly percent: readonly number[]; readonly span: Span } | null {
  for (let at = from; at < to; at++) {
    const percent = FRACTIONS.get(tokens.keys[at] ?? '');
    const isTwo = tokens.keys[at - 1] === 'two' || tokens.keys[at - 1] === 'three';
    if (percent !== undefined && !isTwo) return { percent: [percent], span: { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 } };
  }
  return null;
}
