import type { WordMention } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import morphine from '../../vocabulary/morphine-factors.json' with { type: 'json' };
import type { WrongTotal } from './reckonings.ts';

type Figure = Mention<Factor>;

const FACTORS: Readonly<Record<string, readonly number[] | undefined>> = morphine.factors;
/** Tables of factors differ, and doses are rounded. */
const ROUNDED = 0.08;

/** "Morphine 60 mg and hydrocodone 40 mg daily come to 160 MME": the one total of several opioids, each with its dose of a day. */
export function wrongEquivalents(sentence: Sentence): readonly WrongTotal[] {
  const drugs = mentionsOf<Drug>(sentence, 'drug');
  if (drugs.length < 2 || hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most')) return [];
  const figures = findFactors(sentence.text);
  const [total, ...others] = figures.filter((figure) => isOfEquivalents(sentence, figure));
  if (!total || others.length > 0 || total.value.vague || OF_A_LIMIT.test(sentence.text.slice(Math.max(0, total.span.start - 30), total.span.start))) return [];
  const before = drugs.filter(({ to }) => (sentence.tokens.ends[to - 1] ?? 0) <= total.span.start);
  const doses = before.map((drug, i) => doseOfDay(sentence, drug, before[i + 1], figures, total));
  const isShared = doses.at(-1)?.daily === true || A_DAY.test(sentence.text.slice(Math.max(0, total.span.start - 24), total.span.end + 16));
  if (doses.length < 2 || doses.some((dose) => dose === null || !(dose.daily || isShared))) return [];
  const [least, most] = [Math.min, Math.max].map((end) => doses.reduce((sum, dose) => sum + (dose?.amount ?? 0) * end(...(dose?.factors ?? [0])), 0)) as [number, number];
  const agrees = total.value.value >= least * (1 - ROUNDED) && total.value.value <= most * (1 + ROUNDED);
  return agrees ? [] : [{ span: total.span, comes: least === most ? String(Math.round(least)) : `${Math.round(least)} to ${Math.round(most)}` }];
}

const OF_A_LIMIT = /\b(?:above|over|below|under|than|exceeds?|exceeding|beyond|ceiling|limit|threshold|maximum|least|within|of concern)\b/i;

/** "95 MME", "an MED of 95". */
export function isOfEquivalents(sentence: Sentence, { value: { unit }, span: { start } }: Figure): boolean {
  const { tokens } = sentence;
  const at = unit === null || unit === 'mg' ? tokens.starts.indexOf(start) : -1;
  return unit === 'med' || (at > 0 && hasWord(sentence, 'morphine-equivalent', Math.max(0, at - 4), at) && OF_THEM.has(tokens.keys[at - 1] ?? ''));
}

const OF_THEM: ReadonlySet<string> = new Set(['of', 'is', ':', '=', 'at', 'to', 'about']);

/** "Come to a daily MED of": the doses are those of a day. */
const A_DAY = /\b(?:daily|a day|per day|each day|every day)\b/i;

interface DoseOfDay {
  readonly amount: number;
  readonly daily: boolean;
  readonly factors: readonly number[];
}

/** What stands between a drug and the next one: a dose, with how often it is taken; null for anything more. */
function doseOfDay({ tokens }: Sentence, { value, to }: WordMention<Drug>, next: WordMention<Drug> | undefined, figures: readonly Figure[], total: Figure): DoseOfDay | null {
  const factors = FACTORS[value.generic.split('/')[0] ?? ''];
  const [from, end] = [tokens.ends[to - 1] ?? 0, next ? tokens.starts[next.from] ?? 0 : total.span.start];
  const [dose, often, ...others] = figures.filter(({ span: place }) => place.start >= from && place.end <= end);
  if (!factors || !dose || others.length > 0 || dose.value.unit !== 'mg' || dose.value.vague) return null;
  if (!often) return { amount: dose.value.value, daily: dose.value.per === 'day', factors };
  const isOften = often.value.per === 'day' && (often.value.unit === 'time' || often.value.unit === 'piece') && !often.value.vague && dose.value.per !== 'day';
  return isOften ? { amount: dose.value.value * often.value.value, daily: true, factors } : null;
}

/** "He takes 600 mg TID with benefit, and this 2400 mg daily is well borne": the dose of a day that the strength and the times before it don't come to. */
export function restatedDoses(sentence: Sentence): readonly WrongTotal[] {
  const { text } = sentence;
  if (!/\d ?mg\b/.test(text) || hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most')) return [];
  const figures = findFactors(text);
  if (figures.length !== 3 || new Set(mentionsOf<Drug>(sentence, 'drug').map(({ value }) => value.generic)).size > 1) return [];
  const [dose, often, daily] = figures as [Figure, Figure, Figure];
  const isRate = dose.value.unit === 'mg' && dose.value.per !== 'day' && often.value.unit === 'time' && often.value.per === 'day' && /^[\s,(]{0,2}(?:by mouth |p\.?o\.? |orally )?$/i.test(text.slice(dose.span.end, often.span.start));
  const isDaily = daily.value.unit === 'mg' && daily.value.per === 'day';
  if (!isRate || !isDaily || figures.some(({ value }) => value.vague) || OTHER_DOSE.test(text)) return [];
  const comes = dose.value.value * often.value.value;
  return comes === daily.value.value ? [] : [{ span: span(daily.span.start, daily.span.end), comes: `${comes}` }];
}

/** "90 mg of the one and 60 mg of the other, together 140 mg": the sum that two doses beside each other don't come to. */
export function addedDoses(sentence: Sentence): readonly WrongTotal[] {
  if (!hasWord(sentence, 'taken-together') || hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most')) return [];
  const { text } = sentence;
  const figures = findFactors(text).filter(({ value: { unit } }) => unit !== null);
  if (figures.length !== 3 || figures.some(({ value: { unit, vague } }) => unit !== 'mg' || vague)) return [];
  const [one, other, total] = figures as [Figure, Figure, Figure];
  const isSum = /\b(?:and|plus)\b/.test(text.slice(one.span.end, other.span.start)) && !/\b(?:and|or|for|to)\b|[.;:]/.test(text.slice(other.span.end, total.span.start));
  const comes = one.value.value + other.value.value;
  return !isSum || comes === total.value.value ? [] : [{ span: span(total.span.start, total.span.end), comes: `${comes}` }];
}

/** Words that make the second dose one that is meant, allowed or taken at another time. */
const OTHER_DOSE = /\b(?:to|from|than|between|range|ranges|usual|usually|label|labelled|labeled|recommended|allowed|target|goal|effective|studies|trial|raised|lowered|before|previously|formerly|instead|or|would|could|should|may|guideline|guidelines)\b/i;
