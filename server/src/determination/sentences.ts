import { span, type Span } from '../markdown/span.ts';

/** Words behind whose full stop a sentence goes on. */
const ABBREVIATIONS = new Set([
  'dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'vs', 'e.g', 'i.e', 'cf', 'al', 'fig', 'figs', 'p', 'pp', 'pg', 'ch', 'chap', 'ed', 'eds', 'vol', 'no', 'nos', 'approx', 'dept',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec', 'inc', 'ltd', 'sec', 'subd', 'cal', 'resp', 'incl', 'est', 'rt', 'lt',
]);

/** A full stop, question or exclamation mark, what closes behind it, and white space. */
const STOP = /(?<![.!?])[.!?]+["”’')\]]{0,3}\s+/g;

/**
 * The sentences of a text as spans of it. A full stop ends one where the next word does not begin in lower case, and the word
 * before it is neither an abbreviation ("Dr.", "No. 5") nor an initial.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    const next = afterSpace(text, match.index + match[0].length);
    if (next >= text.length || !endsSentence(text, start, match.index, match[0], next)) continue;
    sentences.push(span(start, match.index + match[0].trimEnd().length));
    start = next;
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push(span(start, end));
  return sentences;
}

/** The sentence that a place lies in, of sentences or some of them; undefined where it lies in none. */
export function sentenceAround(sentences: readonly Span[], place: Span): Span | undefined {
  return sentences.find(({ start, end }) => start <= place.start && place.end <= end);
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function endsSentence(text: string, start: number, stop: number, mark: string, next: number): boolean {
  const after = text[next] ?? '';
  if (/[a-z]/.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word = /[A-Z.]{1,12}$/i.exec(text.slice(Math.max(start, stop - 12), stop))?.[0] ?? '';
  if (/^(?:nos?|p|pp|pg|ch|chap|fig|figs|vol|sec|ed)$/i.test(word)) return !/[\dIVX(]/.test(after) || (/^no$/i.test(word) && !/\d/.test(after));
  if (/^[A-Z]$/.test(word)) return false;
  return !ABBREVIATIONS.has(word.toLowerCase());
}
