import { keptBy } from '../markdown/kept-by.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import type { Prose } from './model.ts';

/** Words behind whose full stop a sentence goes on. */
const ABBREVIATIONS = new Set([
  'dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'vs', 'e.g', 'i.e', 'cf', 'al', 'fig', 'figs', 'p', 'pp', 'pg', 'ch', 'chap', 'ed', 'eds', 'vol', 'no', 'nos', 'approx', 'dept',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec', 'inc', 'ltd', 'sec', 'subd', 'cal', 'resp', 'incl', 'est', 'rt', 'lt',
]);

/**
 * The sentences of a text as spans of it. A full stop, question or exclamation mark with white space behind ends one, what closes
 * behind it included, where the next word does not begin in lower case, and the word before is neither an abbreviation ("Dr.", "No. 5") nor an initial.
 * What goes on for longer than any sentence does is read in pieces, so that no reader of a sentence meets a text without end. A line break, which stands
 * where a paragraph begins behind a list, and a bullet end one, too.
 */
export function splitSentences(text: string): Span[] {
  if (!text.includes('\n') && !text.includes(BULLET)) return splitParagraph(text);
  let start = 0;
  return text.split(BREAKS).flatMap((paragraph) => {
    const at = start + paragraph.length - paragraph.trimStart().length;
    start += paragraph.length + 1;
    return splitParagraph(paragraph.trimStart()).map((sentence) => shift(sentence, at));
  });
}

/** An entry of a list that is typed without Markdown ends what stands before it. */
const BULLET = '•';
const BREAKS = /[\n•]/;

/** The sentences of some prose. Kept with the prose. */
export const sentenceSpans = keptBy(({ text }: Pick<Prose, 'text'>): readonly Span[] => splitSentences(text));

function splitParagraph(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const take = (end: number): void => {
    while (end - start > LONGEST) {
      const cut = lastBlank(text, start + LONGEST);
      const words = text.slice(start, cut).trimEnd().length;
      if (words > 0) sentences.push(span(start, start + words));
      start = afterSpace(text, cut);
    }
    sentences.push(span(start, end));
  };
  for (let at = nextStop(text, 0); at < text.length; at = nextStop(text, at)) {
    const stop = at;
    while (isStop(text.charCodeAt(at))) at++;
    const marks = at;
    while (at < marks + MOST_CLOSING && CLOSING.includes(text[at] ?? ' ')) at++;
    const next = afterSpace(text, at);
    if (next === at || next >= text.length || !endsSentence(text, start, stop, marks, next)) continue;
    take(at);
    start = next;
  }
  const end = text.trimEnd().length;
  if (end > start) take(end);
  return sentences;
}

/** Three times the longest of some twenty thousand sentences in letters. */
const LONGEST = 4000;
const LONGEST_WORD = 100;

/** Where to cut a text before `end`: at a blank, or within a word of no language, but never within a character. */
function lastBlank(text: string, end: number): number {
  for (let at = end; at > end - LONGEST_WORD; at--) if (/\s/.test(text[at] ?? '')) return at;
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

/** What may close behind a full stop, and how many of them. */
const CLOSING = '"”’\')]';
const MOST_CLOSING = 3;

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

function nextStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isStop(text.charCodeAt(at))) at++;
  return at;
}

/** The sentence that a place lies in, of sentences or some of them; undefined where it lies in none. */
export function sentenceAround(sentences: readonly Span[], place: Span): Span | undefined {
  return sentences.find(({ start, end }) => start <= place.start && place.end <= end);
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** So far back it is looked at the word in front of a full stop, of which none with more letters than so many is shortened. */
const LONGEST_BEFORE = 12;
const LONGEST_SHORTENED = Math.max(...[...ABBREVIATIONS].map(({ length }) => length));

/** Whether the marks from `stop` up to `marks` end the sentence that begins at `start`; `next`: where the word behind them begins. */
function endsSentence(text: string, start: number, stop: number, marks: number, next: number): boolean {
  const after = text[next] ?? '';
  if (after >= 'a' && after <= 'z') return false;
  if (text[stop] !== '.' || (marks > stop + 1 && text[stop + 1] === '.')) return true;
  const word = wordBefore(text, Math.max(start, stop - LONGEST_BEFORE), stop);
  if (word.length > LONGEST_SHORTENED) return true;
  if (NUMBERED.has(word.toLowerCase())) return !isNumber(text, next, /^no$/i.test(word));
  if (/^[A-Z]$/.test(word)) return false;
  if (after === '#' || after === '(') return !/^[bpqt](?:\.[a-z]){1,2}$/i.test(word);
  return !ABBREVIATIONS.has(word.toLowerCase());
}

/** "5", "(5)", "IV" behind a word for a place in a text, and behind "No." only what holds a digit: "5", "WC-2291". */
function isNumber(text: string, at: number, behindNo: boolean): boolean {
  const word = text.slice(at, at + 8);
  return /^(?:[A-Z]{1,5}-?)?\d/.test(word) || (!behindNo && /^[IVX(]/.test(word));
}

/** Behind these stands a number: "No. 5", "p. 24". */
const NUMBERED = new Set(['no', 'nos', 'p', 'pp', 'pg', 'ch', 'chap', 'fig', 'figs', 'vol', 'sec', 'ed']);

/** The letters and full stops right before a place. */
function wordBefore(text: string, first: number, end: number): string {
  let from = end;
  while (from > first && isLetterOrStop(text.charCodeAt(from - 1))) from--;
  return text.slice(from, end);
}

function isLetterOrStop(code: number): boolean {
  return code === 46 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
