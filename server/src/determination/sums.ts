import { hasWord, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement } from '../language/statement.ts';
import type { Span } from '../markdown/span.ts';
import { findFactors } from '../vocabulary/factors.ts';
import { readAmount } from '../vocabulary/numbers.ts';
import { findQuantities } from '../vocabulary/quantities.ts';

/** A figure that others in its sentence do not make up. `comes`: what they make. Span: in the sentence. */
export interface WrongSum {
  readonly span: Span;
  readonly comes: string;
}

/** Sums of parts and changes in per cent that do not come out: "ten and eight make 20", "from 8 to 4, an improvement of 75 percent". */
export function wrongSums(sentence: Sentence): readonly WrongSum[] {
  return statementsOf(sentence, 'sum').flatMap((statement) => {
    if (statement.says['what'] === 'change') return wrongChange(sentence, statement);
    return statement.says['what'] === 'doses' ? wrongDoses(statement) : wrongSum(sentence, statement);
  });
}

/** Every number from the first part to the total is a part if it has the total's unit or none: "12 visits, six more and another eight". */
function wrongSum(sentence: Sentence, { says, from, to, slots: { first, second, total } }: Statement): WrongSum[] {
  if (!first || !second || !total || hasWord(sentence, 'no-sum', from, to)) return [];
  const figures = findFactors(sentence.text);
  const [start, end] = [Math.min(first.span.start, total.span.start), Math.max(first.span.end, second.span.end, total.span.end)];
  const within = figures.filter(({ span }) => span.end > start && span.start < end);
  const all = within.find(({ span }) => span.start <= total.span.start && total.span.start < span.end);
  if (!all) return [];
  const unit = all.value.unit ?? within.find((each) => each.value.unit !== null && each !== all)?.value.unit;
  const parts = within.filter((each) => each !== all && (each.value.unit === null || each.value.unit === unit) && !isYear(each.value.value));
  if (!unit || unit === 'percent' || unit === 'mg' || parts.length < 2 || [all, ...parts].some(({ value }) => value.vague || value.per || value.times)) return [];
  const comes = parts.reduce((sum, { value }) => sum + value.value, 0);
  // What is more than its whole is no part of it.
  const isPart = says['whole'] === undefined || parts.every(({ value }) => value.value < all.value.value);
  return comes === all.value.value || !isPart ? [] : [{ span: total.span, comes: String(comes) }];
}

function isYear(value: number): boolean {
  return value >= 1990 && value < 2100;
}

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
  const said = share ?? fraction(tokens, Math.max(0, from - 4), Math.min(to + 4, tokens.count));
  const [high, low] = [before, after].map((slot) => readAmount(slot.text, 0)?.values[0] ?? 0) as [number, number];
  if (!said || more.length > 0 || high <= 0 || high === low) return [];
  const comes = Math.round((Math.abs(high - low) / high) * 100);
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
