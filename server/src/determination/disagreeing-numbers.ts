import { hasWord, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement } from '../language/statement.ts';
import { rememberShort } from '../markdown/remember.ts';
import { span, type Span } from '../markdown/span.ts';
import type { Mention } from '../vocabulary/mention.ts';
import { readAmount } from '../vocabulary/numbers.ts';
import { findQuantities, type Quantity } from '../vocabulary/quantities.ts';
import { readPartialRequest } from './partial-request.ts';
import { inEach } from './statements.ts';

/** Two numbers of some words that can't both be right. `limit`: the other number; span: in the text. */
export interface Disagreement {
  readonly kind: 'word-and-figure' | 'ceiling' | 'sum' | 'unit';
  readonly span: Span;
  readonly amount: string;
  readonly limit: string;
  readonly way: string;
}

/** The numbers in some sentences that contradict themselves. */
export const disagreementsIn = inEach((sentence): readonly Disagreement[] => {
  if (!/\d/.test(sentence.text)) return [];
  const stated = statementsOf(sentence, 'dispute').flatMap((statement) => twiceSaid(statement) ?? ceilingOf(sentence, statement) ?? []);
  return [...stated, ...sumOf(sentence), ...gramsOf(sentence)];
});

/** "Twelve (10) sessions". */
function twiceSaid({ says, slots: { word, figure }, span: { start } }: Statement): Disagreement | null {
  if (says['what'] !== 'word-and-figure' || !word || !figure) return null;
  const value = readAmount(`${word.text} `, 0)?.values[0];
  if (value === undefined || value === Number(figure.text)) return null;
  return { kind: 'word-and-figure', span: span(start, figure.span.end + 1), amount: word.text, limit: figure.text, way: '' };
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

/** A schedule of so many times a week for so many weeks, and what its text says that it comes to. */
function sumOf(sentence: Sentence): Disagreement[] {
  const product = scheduleOf(findQuantities(sentence.text));
  if (product === null || CHANGES.test(sentence.text)) return [];
  return sentence.tokens.keys.flatMap((_, at): Disagreement[] => {
    const total = sentence.found.lists[at]?.find(({ list, to }) => list === 'comes-to' && to - at > 1 && sentence.tokens.kinds[to] === 'number')?.to;
    const value = total === undefined ? NaN : Number(sentence.tokens.keys[total]);
    if (total === undefined || !Number.isInteger(value) || value === product || isMeasured(sentence, total + 1)) return [];
    return [{ kind: 'sum', span: span(sentence.tokens.starts[total] ?? 0, sentence.tokens.ends[total] ?? 0), amount: String(value), limit: String(product), way: '' }];
  });
}

/** "Comes to 20", "comes to 20 visits"; "20 mg", "20 weeks" and "20%" are something else. */
function isMeasured({ tokens }: Sentence, at: number): boolean {
  return tokens.kinds[at] === 'word' && !/^(?:visit|session|treatment|appointment|in|of|and|not|which|all|altogether)$/.test(tokens.keys[at] ?? '');
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

/** A schedule that isn't the same from its first week to its last. */
const CHANGES = /\b(?:then|taper|up to|followed by|as needed|prn|initial|additional|or)\b/i;

/** The figure of a title that its own schedule contradicts: "12 visits (2 times a week for 4 weeks)"; null where none does. Span: in the title. */
export const titleSum = rememberShort((title): { readonly span: Span; readonly product: number } | null => {
  if (readPartialRequest(title) || CHANGES.test(title)) return null;
  const quantities = findQuantities(title);
  const sessions = quantities.filter(({ value }) => value.kind === 'sessions');
  const product = scheduleOf(quantities);
  const [only] = sessions;
  if (product === null || !only || sessions.length > 1 || only.value.range || only.value.values[0] === product) return null;
  return { span: only.span, product };
});

/** So many times a week for so many weeks, multiplied; null where there isn't exactly one of each, a range, or another unit. */
function scheduleOf(quantities: readonly Mention<Quantity>[]): number | null {
  const often = quantities.filter(({ value }) => value.kind === 'frequency');
  const long = quantities.filter(({ value }) => value.kind === 'duration');
  const [times] = often;
  const [weeks] = long;
  if (!times || !weeks || often.length > 1 || long.length > 1 || times.value.range || weeks.value.range || times.value.unit !== weeks.value.unit) return null;
  return (times.value.values[0] ?? 0) * (weeks.value.values[0] ?? 0);
}
