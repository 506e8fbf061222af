import { clauseAt } from '../../language/clauses.ts';
import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { span, type Span } from '../../markdown/span.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { findQuantities, type Quantity } from '../../vocabulary/quantities.ts';
import { wordKey } from '../../vocabulary/words.ts';

/** So many words before a figure say that it is a bound ("an MED above 120 mg"), or behind it that it is past ("10 sessions already had"). */
const NEAR = 4;

/**
 * The quantities that a conclusion decides: not those of a reason ("as 24 visits were completed, …", "without a one-month trial, …"), nor a bound
 * that something lies above or below.
 */
export const decidedQuantities = rememberShort((text): readonly Mention<Quantity>[] => {
  const sentence = readSentence(text);
  return findQuantities(text).filter((quantity) => !isAside(sentence, quantity));
});

function isAside(sentence: Sentence, { value, span }: Mention<Quantity>): boolean {
  const { tokens, clauses, text } = sentence;
  const at = Math.max(0, tokens.starts.findLastIndex((start) => start <= span.start));
  const end = tokens.starts.findIndex((start) => start >= span.end);
  const role = clauseAt(clauses, at)?.role;
  if (role !== undefined && role !== 'main') return true;
  if (hasWord(sentence, 'opens-reason', 0, 2) && at < tokens.keys.indexOf(',')) return true;
  if (hasWord(sentence, 'beyond-word', Math.max(0, at - NEAR), at)) return true;
  if (value.kind === 'count' && isRate(text, span)) return true;
  if (value.kind === 'dose' && hasWord(sentence, 'morphine-equivalent')) return true;
  return end > 0 && hasWord(sentence, 'past-course', end, Math.min(tokens.count, end + NEAR));
}

/** "Two capsules daily": how often, and not how many in all. */
function isRate(text: string, { start }: Span): boolean {
  return findFactors(text).some(({ span: place, value }) => place.start === start && value.per !== null);
}

/** A part of a request that a conclusion decides by itself. Span: of both figures, in the text. */
export interface DecidedPart {
  readonly text: string;
  readonly span: Span;
}

/** "Four of the six visits are medically necessary": fewer than there are, and the verdict right behind them; null where there is none. */
export function decidedPart(text: string): DecidedPart | null {
  for (const { value, span: place } of findQuantities(text)) {
    const part = /\b([a-z\d]{1,9}) of (?:the |these |those |his |her )?$/i.exec(text.slice(0, place.start));
    const [few, all] = [part?.[1] === undefined ? undefined : readAmount(part[1], 0)?.values[0], value.values[0]];
    if (!part || few === undefined || all === undefined || few >= all || !/^(?: of [a-z ]{3,30})? (?:is|are) (?:not )?medically\b/i.test(text.slice(place.end))) continue;
    return { text: text.slice(part.index, place.end), span: span(part.index, place.end) };
  }
  return null;
}

/** "All four crowns" of a title that asks for three: the number that a conclusion decides of a thing that the title counts; null where it decides no other. Span: in the text. */
export function decidedCount(text: string, title: string): { readonly text: string; readonly span: Span; readonly asked: string } | null {
  const factors = findFactors(title).filter(({ value: { per, sign } }) => !per && !sign);
  const [asked, ...others] = factors;
  if (!asked || others.length > 0 || asked.value.vague || (asked.value.unit !== null && asked.value.unit !== 'session')) return null;
  const words = new Set(readSentence(title).tokens.keys);
  for (const { 0: found, 1: number = '', 2: noun = '', index } of text.matchAll(/\b(?:all|the|these|those) ([a-z]{3,9}|\d{1,3}) ([a-z]{4,20}s)\b/gi)) {
    const value = readAmount(number, 0)?.values[0];
    if (value === undefined || value === asked.value.value || !words.has(wordKey(noun)) || !/^ (?:is|are) (?:not )?(?:\w+ )?medically\b/i.test(text.slice(index + found.length))) continue;
    const start = index + found.indexOf(number);
    return { text: `${number} ${noun}`, span: span(start, index + found.length), asked: asked.text };
  }
  return null;
}
