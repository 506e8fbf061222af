import { pagesBegin } from './cited-pages.ts';
import type { CitedSection, Guideline } from './guideline.ts';
import { sectionIndex } from './lookup.ts';
import { longestPhrase } from './phrase-index.ts';
import type { Word } from './words.ts';

/** True where "Section(s):" or "Section:" stands. */
export function sectionsBegin(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.text === 'section' && /^(?:\(s\))?s?\s{0,2}:/.test(text.slice(word.end, word.end + 8));
}

/**
 * The sections from the word behind "Section(s):" to the end of the source. Titles hold commas, colons and "and", so that
 * each is looked for whole in `guideline`; only what it doesn't have is cut at the next comma. `sourceAhead` says where
 * another source begins behind an "and" or a comma. `known` is false where the guideline only lends its titles.
 */
export function readSections(
  text: string, words: readonly Word[], from: number, end: number,
  guideline: Guideline | null, known: boolean, sourceAhead: (at: number) => boolean,
): { sections: CitedSection[]; next: number } {
  const sections: CitedSection[] = [];
  let at = from;
  while (at < end) {
    const first = skipAnd(words, at, end);
    if (first >= end || pagesBegin(words, first, end) || (at > from && sourceAhead(first))) break;
    at = first;
    const match = guideline && longestPhrase(sectionIndex(guideline), words, at, end);
    const whole = match !== null && endsThere(text, words, match.next, end);
    const next = whole ? behindBrackets(text, words, match.next, end) : unknownEnd(text, words, at, end, sourceAhead);
    const place = { start: words[at]!.start, end: closed(text, words[at]!.start, words[next - 1]!.end) };
    const section = whole && known ? (match.values[0] ?? null) : null;
    sections.push({ text: text.slice(place.start, place.end), span: place, section });
    at = next;
    if (at < end && isSentenceEnd(text.slice(words[at - 1]!.end, words[at]!.start))) break;
  }
  return { sections, next: at };
}

function skipAnd(words: readonly Word[], from: number, end: number): number {
  let at = from;
  while (at < end && words[at]!.text === 'and') at++;
  return at;
}

/** True for what stands between two words where a sentence ends between them. */
export function isSentenceEnd(gap: string): boolean {
  return /\.[\s"”')\]]/.test(gap) || /\n\s*\n/.test(gap.slice(0, 40));
}

/** The end of a name, with the closing brackets that belong to it; one that closes nothing takes no other's place. */
export function closed(text: string, start: number, end: number): number {
  let open = 0;
  for (let at = start; at < end; at++) open = Math.max(0, open + depthOf(text[at]!));
  let last = end;
  while (text[last] === '®' || text[last] === '™' || (open > 0 && depthOf(text[last] ?? '') < 0)) {
    open += depthOf(text[last]!);
    last++;
  }
  return last;
}

function depthOf(sign: string): number {
  return sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0;
}

/** A title ends before a comma, a full stop, "and", a line of pages; not in the middle of a phrase. */
function endsThere(text: string, words: readonly Word[], next: number, end: number): boolean {
  if (next >= end) return true;
  const word = words[next]!;
  if (word.text === 'and' || word.text === 'page') return true;
  return /[,;:./()[\]–—-]/.test(text.slice(words[next - 1]!.end, word.start));
}

/** What stands in brackets behind a title belongs to it: "Opioids (dosing, weaning, and testing)". An open bracket that never closes holds nothing. */
function behindBrackets(text: string, words: readonly Word[], next: number, end: number): number {
  if (next >= end || !/^\s?[([]/.test(text.slice(words[next - 1]!.end, words[next]!.start))) return next;
  for (let at = next + 1; at <= end; at++) {
    const gap = text.slice(words[at - 1]!.end, words[at]?.start ?? words[at - 1]!.end + 1);
    if (/[)\]]/.test(gap)) return at;
    if (isSentenceEnd(gap)) return next;
  }
  return next;
}

function unknownEnd(
  text: string, words: readonly Word[], from: number, end: number, sourceAhead: (at: number) => boolean,
): number {
  let next = from + 1;
  let depth = 0;
  while (next < end) {
    const gap = text.slice(words[next - 1]!.end, words[next]!.start);
    for (const sign of gap) depth += depthOf(sign);
    if (isSentenceEnd(gap) || (depth <= 0 && /[,;]/.test(gap))) break;
    if (pagesBegin(words, next, end)) break;
    if (words[next]!.text === 'and' && next + 1 < end && sourceAhead(next + 1)) break;
    next++;
  }
  return next;
}
