import { hasWord, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { reckon } from '../../vocabulary/products.ts';
import { findQuantities } from '../../vocabulary/quantities.ts';
import { wrongBodyMass } from './body-mass.ts';
import { readPartialRequest } from './partial-request.ts';
import { addedDoses, restatedDoses, wrongEquivalents } from './daily-doses.ts';
import { wrongTotals, type WrongTotal } from './reckonings.ts';
import { strengthIn, wrongAcross, wrongByStrength } from './totals-across.ts';
import { inEach, type PlacedSentence } from '../statements.ts';
import { wrongBySchedule } from './title-schedules.ts';
import { addsToBefore, wrongAddition, wrongSums } from './sums.ts';

/** Two numbers of some words that can't both be right. `limit`: the other number; span: in the text. */
export interface Disagreement {
  readonly kind: 'word-and-figure' | 'ceiling' | 'sum' | 'unit';
  readonly span: Span;
  readonly amount: string;
  readonly limit: string;
  readonly way: string;
  /** The two may be meant of something else. */
  readonly isLikely?: boolean;
}

/** The numbers in some sentences that contradict themselves. */
export function disagreementsIn(sentences: readonly PlacedSentence[]): readonly Disagreement[] {
  const added = sentences.flatMap(({ sentence, start }, i): readonly Disagreement[] => (!addsToBefore(sentence) ? NONE
    : wrongAddition(sentences.slice(Math.max(0, i - FEW), i).map((placed) => placed.sentence), sentence).map((each) => asSum({ ...each, span: shift(each.span, start) }))));
  const across = sentences.flatMap(({ sentence, start }, i): readonly Disagreement[] => {
    const before = sentences[i - 1]?.sentence;
    return before && hasNumber(before) && hasNumber(sentence) ? wrongAcross(before, sentence).map((each) => asSum({ ...each, span: shift(each.span, start) })) : NONE;
  });
  return onceEach([...inSentences(sentences), ...added, ...across, ...wrongBodyMass(sentences).map(asSum)]);
}

/** Several statements may lead to the same figure. */
function onceEach(found: readonly Disagreement[]): Disagreement[] {
  return found.filter(({ kind, span: { start } }, i) => found.findIndex((other) => other.kind === kind && other.span.start === start) === i);
}

const NONE: readonly never[] = [];

/** So many sentences back stands what somebody adds to. */
const FEW = 3;

const inSentences = inEach((sentence): readonly Disagreement[] => {
  if (!hasNumber(sentence)) return [];
  const stated = statementsOf(sentence, 'dispute').flatMap((statement) => twiceSaid(statement) ?? ceilingOf(sentence, statement) ?? []);
  return [...stated, ...sumsOf(sentence), ...gramsOf(sentence)];
});

const hasNumber = keptBy(({ text, found }: Sentence): boolean => /\d/.test(text) || found.present.has('amount-word'));

/** Daily doses that the strength in the item's title contradicts, and what its schedule doesn't come to. */
export function disagreementsWith(title: string, sentences: readonly PlacedSentence[]): readonly Disagreement[] {
  const strength = strengthIn(title);
  return [...(strength ? wrongByStrength(sentences, strength) : []), ...wrongBySchedule(sentences, title)].map(asSum);
}

/** "Twelve (10) sessions". */
function twiceSaid({ says, slots: { word, figure }, span: { start } }: Statement): Disagreement | null {
  if (says['what'] !== 'word-and-figure' || !word || !figure) return null;
  const value = readAmount(word.text.replace(/^an? /i, ''), 0)?.values[0];
  if (value === undefined || value === Number(figure.text) || isYear(figure.text)) return null;
  return { kind: 'word-and-figure', span: span(start, Math.max(figure.span.end, word.span.end) + 1), amount: word.text, limit: figure.text, way: '' };
}

/** "In 2017 (five)": a year that something was counted in. */
function isYear(figure: string): boolean {
  return /^(?:19[5-9]|20[0-4])\d$/.test(figure);
}

const OVER = /^(?:above|over|beyond|exceed|in excess|more)/i;

/** "600 mg … well under the ceiling of 120 mg". */
function ceilingOf(sentence: Sentence, { says, from, to, slots: { amount, unit, way, limit, same } }: Statement): Disagreement | null {
  if (says['what'] !== 'under-the-ceiling' || !amount || !unit || !way || !limit || hasWord(sentence, 'same-size-word', from, to)) return null;
  if (same && same.text.replace(/s$/, '') !== unit.text.replace(/s$/, '')) return null;
  const [said, most] = [amount, limit].map(({ text }) => Number(text.replaceAll(',', ''))) as [number, number];
  if (OVER.test(way.text) ? said >= most : said <= most) return null;
  return { kind: 'ceiling', span: amount.span, amount: `${amount.text} ${unit.text}`, limit: `${limit.text} ${same?.text ?? unit.text}`, way: way.text };
}

/** Totals that their own parts contradict. */
function sumsOf(sentence: Sentence): Disagreement[] {
  const sums = wrongSums(sentence);
  const totals = [...wrongTotals(sentence), ...wrongEquivalents(sentence)].filter(({ span: { start } }) => sums.every((sum) => sum.span.start !== start));
  const restated = [...restatedDoses(sentence), ...addedDoses(sentence)].filter(({ span: { start } }) => totals.every((total) => total.span.start !== start));
  return [...[...sums, ...totals].map(asSum), ...restated.map((dose) => ({ ...asSum(dose), isLikely: true }))];
}

function asSum({ span: place, comes, isLikely }: WrongTotal): Disagreement {
  return { kind: 'sum', span: place, amount: '', limit: comes, way: '', ...(isLikely ? { isLikely } : {}) };
}

/** "600 g three times a day": grams where milligrams are meant. */
function gramsOf({ text }: Sentence): Disagreement[] {
  const quantities = findQuantities(text);
  return quantities.flatMap(({ value, text: said, span: place }, i): Disagreement[] => {
    const next = quantities[i + 1];
    const grams = value.kind === 'dose' && value.unit === 'g' && (value.values[0] ?? 0) >= MOST_GRAMS;
    const often = next?.value.kind === 'frequency' && next.value.unit === 'day' && next.span.start - place.end <= 8;
    return grams && often ? [{ kind: 'unit', span: place, amount: said, limit: '', way: '' }] : [];
  });
}

/** Nobody takes or rubs in so many grams several times a day. */
const MOST_GRAMS = 50;

/** A number of tablets in a title is the prescriber's own (`isDispensed`). Span: in the title. */
export interface TitleSum {
  readonly span: Span;
  readonly comes: string;
  readonly isDispensed: boolean;
}

/** The figure of a title that its own schedule contradicts: "12 visits (2 times a week for 4 weeks)"; null where none does. */
export const titleSum = rememberShort((title): TitleSum | null => {
  const sentence = readSentence(title);
  if (readPartialRequest(title) || hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most')) return null;
  const figures = findFactors(title).filter(({ value }) => value.unit !== 'mg' && value.unit !== 'mcg' && value.unit !== 'percent');
  const [total, ...others] = figures.filter(({ value: { unit, per, sign, times } }) => !per && !times && (unit === 'session' || unit === 'piece' || (unit === null && sign)));
  if (!total || others.length > 0 || total.value.vague) return null;
  const made = reckon(figures.filter((each) => each !== total).map(({ value }) => value), { ...total.value, unit: total.value.unit ?? 'time' });
  const isDispensed = total.value.unit !== 'session' && figures.some(({ value }) => value.per === 'day');
  return made && !made.agrees ? { span: total.span, comes: made.comes, isDispensed } : null;
});
