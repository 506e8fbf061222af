import { mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { findDrugs, type Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { comesTo, wrongTotals, type WrongTotal } from './reckonings.ts';
import type { PlacedSentence } from '../statements.ts';

// A total may stand apart from what makes it: in the next sentence, or where the strength is only in the title.

/** What begins a sentence that gives the total of the one before. */
const SUMS_UP = /^(?:This|That|These|Those|It|Altogether|All told|In (?:all|total|sum)|The (?:sum|total)|Taken together|(?:(?:The|Her|His|Their|Total|Daily|patient’s|resulting) ){1,3}(?:MEDD?|MME|total|dose|intake|morphine))\b/;
/** More numbers than these are a history. */
const MOST_FIGURES = 4;

/** "She takes 2 tablets of 50 mg QID. This is a daily total of 300 mg": the totals of a sentence that the one before it does not come to. Spans: in the sentence. */
export function wrongAcross(before: Sentence, sentence: Sentence): readonly WrongTotal[] {
  const joint = joined(before, sentence);
  return joint ? [...joint.totals, ...restated(before, sentence)] : restated(before, sentence);
}

function joined(before: Sentence, sentence: Sentence): { readonly text: string; readonly at: number; readonly totals: readonly WrongTotal[] } | null {
  if (!sumsUp(sentence)) return null;
  const parts = findFactors(before.text);
  if (parts.length === 0 || parts.length > MOST_FIGURES) return null;
  const first = `${before.text.replace(/\.$/, '')}, `;
  const text = first + sentence.text.charAt(0).toLowerCase() + sentence.text.slice(1);
  return { text, at: first.length, totals: within(wrongTotals(readSentence(text)), first.length) };
}

const sumsUp = keptBy(({ text }: Sentence): boolean => SUMS_UP.test(text) && findFactors(text).length === 1);

/** What stands behind a place, counted from there. */
function within(totals: readonly WrongTotal[], from: number): readonly WrongTotal[] {
  return totals.filter((total) => total.span.start >= from).map((total) => ({ ...total, span: shift(total.span, -from) }));
}

const POINTS_BACK = /\b(the|these|those)\s(?:(weekly|daily|monthly)\s|[a-z]{4,14}\s)?$/i;
/** What is said of all that was asked for; of what was had, a figure of its own is told. */
const ASKED = /^[\s,]{0,2}(?:that (?:are|were) )?(?:requested|asked|sought|proposed|prescribed|ordered|planned|in dispute|at issue|exceeds?|would|goes|go|is|are|far)\b/;
const PER: Readonly<Record<string, Factor['per']>> = { weekly: 'week', daily: 'day', monthly: 'month' };

/** "Five hours a day, six days a week. The weekly thirty-six hours exceed …": a total that is taken up as if it had been told. */
function restated(before: Sentence, sentence: Sentence): readonly WrongTotal[] {
  const { text } = sentence;
  const pointed = pointedFigures(sentence);
  return pointed.length === 0 ? NONE : pointed.flatMap(({ figure, pointing }): WrongTotal[] => {
    const { value } = figure.value;
    const parts = findFactors(before.text);
    if (parts.length < 2 || parts.length > MOST_FIGURES || parts.some((part) => part.value.vague || part.value.value === value)) return [];
    const sum = isPointed(pointing[1]) ? addedUp(parts, figure) : null;
    if (sum !== null) return sum === value ? [] : [{ span: figure.span, comes: String(sum) }];
    if (!ASKED.test(text.slice(figure.span.end))) return [];
    const comes = comesTo(before, parts, { ...figure.value, per: PER[pointing[2]?.toLowerCase() ?? ''] ?? null });
    return comes === null ? [] : [{ span: figure.span, comes }];
  });
}

interface Pointed {
  readonly figure: Mention<Factor>;
  readonly pointing: RegExpExecArray;
}

const pointedFigures = keptBy(({ text }: Sentence): readonly Pointed[] => (!/\bthe |\bth[eo]se /i.test(text) ? NONE : findFactors(text).flatMap((figure): Pointed[] => {
  const { unit, per, vague } = figure.value;
  const pointing = unit === null || unit === 'mg' || vague || per ? null : POINTS_BACK.exec(text.slice(Math.max(0, figure.span.start - 24), figure.span.start));
  return pointing ? [{ figure, pointing }] : [];
})));

const NONE: readonly never[] = [];

function isPointed(word: string | undefined): boolean {
  return /^th[eo]se$/i.test(word ?? '');
}

/** "12 visits; a second course of 10 …. These 24 visits": two counts of one kind, of which the total is more than either. */
function addedUp(parts: readonly Mention<Factor>[], { value: total }: Mention<Factor>): number | null {
  const [one, two, ...others] = parts.map(({ value }) => value);
  const isCount = (part: Factor | undefined): part is Factor => part !== undefined && !part.per && !part.times && (part.unit === total.unit || part.unit === null);
  if (others.length > 0 || !isCount(one) || !isCount(two) || (one.unit === null && two.unit === null)) return null;
  return total.value > Math.max(one.value, two.value) ? one.value + two.value : null;
}

/** The one drug of a title, and the strength of one tablet of it. */
export interface Strength {
  readonly drug: Drug;
  readonly amount: string;
}

/** "600 mg", "10/325": up to four digits, with or without a second drug's. */
const A_STRENGTH = /(?<![\d.,/])(\d{1,4}(?:\.\d{1,3})?)(\/\d{1,4}(?:\.\d{1,3})?)? ?(?:mgs?\b|(?=[\s#,]|$))/gi;

/** What an item's title says that one tablet has; null where it names several drugs or strengths. */
export const strengthIn = rememberShort((title): Strength | null => {
  const [drug, ...others] = findDrugs(title);
  if (!drug || others.some(({ value }) => value.generic !== drug.value.generic)) return null;
  const [strength, ...more] = title.matchAll(A_STRENGTH);
  const written = [strength, ...more].filter((each) => each && (each[2] !== undefined || /mg/i.test(each[0])));
  const [only] = written;
  if (!only?.[1] || written.length > 1 || drug.value.generic.includes('/') !== (only[2] !== undefined)) return null;
  return only[2] !== undefined && !drug.value.opioid ? null : { drug: drug.value, amount: only[1] };
});

/** "At one tablet QID her MED is 60": daily doses that the title's strength doesn't come to. Spans: in the text. */
export function wrongByStrength(sentences: readonly PlacedSentence[], { drug, amount }: Strength): readonly WrongTotal[] {
  return sentences.flatMap(({ sentence, start }, i): WrongTotal[] => {
    if (!givesDose(sentence)) return [];
    const before = sentences[i - 1]?.sentence;
    const across = before && joined(before, sentence);
    const told = { text: sentence.text, at: 0 };
    return [told, ...(across ? [across] : [])].flatMap(({ text, at }) => withStrength(text, `${drug.generic} ${amount} mg, `, drug)
      .flatMap((total) => (total.span.start >= at ? [{ ...total, span: place(total.span, start - at) }] : [])));
  });
}

const givesDose = keptBy(({ text }: Sentence): boolean => /\d ?mg|MED|MME|morphine/i.test(text));

function place(within: Span, by: number): Span {
  return span(within.start + by, within.end + by);
}

/** The totals of some words where nothing but the strength is missing: no other dose, and no other drug. */
function withStrength(text: string, given: string, drug: Drug): readonly WrongTotal[] {
  const figures = findFactors(text).filter(({ value }) => !value.vague);
  const doses = figures.filter(({ value: { unit, per } }) => unit === 'mg' || unit === 'med' || (unit === null && !per));
  if (doses.length !== 1 || figures.length < 2 || figures.length > MOST_FIGURES || !figures.some(({ value: { unit, per } }) => per === 'day' && unit !== 'mg')) return [];
  // "One capsule daily for 30 days is 200 mg": by day, or in all?
  if (figures.some(({ value: { unit, per } }) => per === null && (unit === 'day' || unit === 'week' || unit === 'month'))) return [];
  if (mentionsOf<Drug>(readSentence(text), 'drug').some(({ value }) => value.generic !== drug.generic)) return [];
  return within(wrongTotals(readSentence(given + text)), given.length);
}
