import { closed, isSentenceEnd, readSections, sectionsBegin } from './cited-sections.ts';
import { pagesBegin, readPages } from './cited-pages.ts';
import type { Citation } from './guideline.ts';
import { sectionIndex, titleIndex } from './lookup.ts';
import { longestPhrase } from './phrase-index.ts';
import { publisherAt, type Publisher } from './publisher.ts';
import { resolveSource } from './resolve.ts';
import type { Reading, SourceParts } from './source-parts.ts';
import type { Word } from './words.ts';

/** What was read of a source: the word behind it, and whether it belongs to the citation or is glue. */
interface Step {
  readonly at: number;
  readonly counts: boolean;
}

// Words around a source that say nothing of which one it is.
const GLUE = new Set([
  'the', 'a', 'ca', 'california', 'guideline', 'practice', 'treatment', 'medical', 'utilization', 'schedule', 'of', 'in', 'on', 'for',
  'from', 'to', '2nd', 'second', 'edition', 'ed', 'revised', 'updated', 'dated', 'adopted', 'title', '8', 'ccr', 'c', 'r', 'code',
  'regulation', 'section', 's', 'see', 'per', 'version', 'following',
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec',
]);

/** True where a guideline's name, publisher or chapter begins at a word: behind "and" and commas, so that it wants more than a bare title. */
export function sourceAhead({ text, words }: Reading, at: number, end: number): boolean {
  let first = at;
  while (first < end && (words[first]!.text === 'and' || words[first]!.text === 'the')) first++;
  return knownSourceAhead({ text, words }, first, end) || unknownTitleWithYear(text, words, first, end);
}

function knownSourceAhead({ text, words }: Pick<Reading, 'text' | 'words'>, at: number, end: number): boolean {
  const publisher = publisherAt(words, at, end);
  if (publisher) return publisher.kind !== 'other';
  if (chapterAt(words, at, end)) return true;
  const match = longestPhrase(titleIndex('mtus'), words, at, end);
  return match !== null && qualified(text, words, at, match.next, end);
}

/** One source from a word on, and the word behind it. `inherited` is the publisher that an earlier source of the line named. */
export function readSource(
  reading: Reading, from: number, end: number, inherited: 'mtus' | 'acoem' | null, stated: boolean,
): { citation: Citation | null; next: number } {
  const { text, words } = reading;
  const parts: SourceParts = {
    start: words[from]!.start, end: words[from]!.end, kind: null, title: null, named: [],
    chapter: null, year: null, regulation: null, sections: [], pages: [],
  };
  let at = from;
  let begun = false;
  let last = from;
  while (at < end) {
    if (begun && at > from && endsBefore(reading, parts, at, end)) break;
    const next = readPart(reading, parts, at, end, stated || inherited !== null);
    if (next === null) break;
    if (next.counts) {
      begun = true;
      last = next.at - 1;
    } else if (!begun && next.at < end && !parts.year) {
      parts.start = words[next.at]!.start;
    }
    at = next.at;
  }
  parts.end = closed(text, parts.start, words[last]!.end);
  if (parts.year && parts.year.span.end > parts.end) parts.year = null;
  const citation = begun ? resolveSource(reading, parts, inherited) : null;
  return { citation, next: Math.max(at, from + 1) };
}

/** Reads one part into `parts`; null where nothing that belongs to a source begins. */
function readPart(reading: Reading, parts: SourceParts, at: number, end: number, nameExpected: boolean): Step | null {
  const { text, words } = reading;
  const word = words[at]!;
  const publisher = publisherAt(words, at, end);
  if (publisher) return takePublisher(parts, publisher);
  const chapter = chapterAt(words, at, end);
  if (chapter) {
    parts.chapter = { number: chapter, span: { start: word.start, end: words[at + 1]!.end } };
    return { at: at + 2, counts: true };
  }
  if (sectionsBegin(text, words, at)) return takeSections(reading, parts, words[at + 1]?.text === 's' ? at + 2 : at + 1, end);
  if (pagesBegin(words, at, end)) {
    const { pages, next } = readPages(text, words, at, end);
    for (const range of pages) parts.pages.push(range);
    return { at: next, counts: true };
  }
  if (/^97\d\d(?:\.\d+)+$/.test(word.text)) {
    parts.regulation ??= word.text;
    return { at: at + 1, counts: true };
  }
  const match = parts.title ? null : longestPhrase(titleIndex('mtus'), words, at, end);
  if (match) {
    parts.named = match.values;
    return takeTitle(text, words, parts, at, match.next);
  }
  const year = yearOf(word);
  if (year !== null) {
    parts.year ??= { value: year, span: { start: word.start, end: word.end } };
    return { at: at + 1, counts: parts.title !== null || parts.chapter !== null || parts.kind !== null };
  }
  if (parts.title) {
    const bare = bareSection(reading, parts, at, end);
    if (bare) return bare;
  }
  if (word.text === 'and' || GLUE.has(word.text)) return { at: at + 1, counts: false };
  if (parts.title || parts.chapter || parts.pages.length > 0) return { at: skipWords(reading, at, end), counts: false };
  return nameExpected || parts.kind ? takeTitle(text, words, parts, at, unknownTitleEnd(reading, at, end)) : null;
}

function takePublisher(parts: SourceParts, publisher: Publisher): Step | null {
  if (publisher.kind !== 'mtus' && publisher.kind !== 'acoem') return null;
  if (parts.kind !== 'acoem') parts.kind = publisher.kind;
  return { at: publisher.next, counts: true };
}

function takeTitle(text: string, words: readonly Word[], parts: SourceParts, at: number, next: number): Step {
  const start = words[at]!.start;
  const end = closed(text, start, words[next - 1]!.end);
  parts.title = { text: text.slice(start, end), span: { start, end } };
  return { at: next, counts: true };
}

function takeSections(reading: Reading, parts: SourceParts, from: number, end: number): Step {
  const lender = resolveSource(reading, parts, null);
  const guideline = lender.guideline ?? lender.alternatives[0] ?? null;
  const ahead = (at: number): boolean => sourceAhead(reading, at, end);
  const { sections, next } = readSections(reading.text, reading.words, from, end, guideline, lender.guideline !== null, ahead);
  for (const section of sections) parts.sections.push(section);
  return { at: next, counts: true };
}

/** ", Special Studies" or "Guidelines Opioids, criteria for use" behind a title without the words "Section(s):". */
function bareSection(reading: Reading, parts: SourceParts, at: number, end: number): Step | null {
  const { guideline } = resolveSource(reading, parts, null);
  const gap = reading.text.slice(reading.words[at - 1]!.end, reading.words[at]!.start);
  const behindName = parts.sections.length === 0 && reading.words[at - 1]!.text === 'guideline';
  if (!guideline || !(behindName || /[,:(-]/.test(gap))) return null;
  const match = longestPhrase(sectionIndex(guideline), reading.words, at, end, false);
  if (!match) return null;
  const section = match.values[0] ?? null;
  // "Anti-epilepsy drugs (AEDs)" is one section by two names.
  if (section !== null && parts.sections.at(-1)?.section === section) return { at: match.next, counts: true };
  const start = reading.words[at]!.start;
  const place = { start, end: closed(reading.text, start, reading.words[match.next - 1]!.end) };
  parts.sections.push({ text: reading.text.slice(start, place.end), span: place, section });
  return { at: match.next, counts: true };
}

/** True where the source that was read so far is whole and something else begins. */
function endsBefore(reading: Reading, parts: SourceParts, at: number, end: number): boolean {
  const { text, words } = reading;
  const gap = text.slice(words[at - 1]!.end, words[at]!.start);
  if (/^\s*;/.test(gap)) return true;
  if (isSentenceEnd(gap) && !/^(?:ch|[pcr]|pp|pg|no|ed|vs)$/.test(words[at - 1]!.text)) return true;
  if (!parts.title && !parts.chapter) return false;
  const publisher = publisherAt(words, at, end);
  if (publisher) {
    const chapter = chapterAt(words, publisher.next, end);
    return parts.chapter !== null || parts.year !== null || parts.sections.length > 0
      || (chapter !== null && parts.named.length > 0 && !parts.named.some((guideline) => guideline.chapter === chapter));
  }
  if (words[at]!.text === 'and') return sourceAhead(reading, at + 1, end);
  if (parts.title && chapterAt(words, at, end)) return parts.chapter !== null;
  if (!/,/.test(gap) || !parts.title) return false;
  if (isOwnSection(reading, parts, at, end)) return false;
  if (parts.sections.length > 0) return sourceAhead(reading, at, end);
  const match = longestPhrase(titleIndex('mtus'), words, at, end, false);
  return match !== null && qualified(text, words, at, match.next, end);
}

/** "Chronic Pain Medical Treatment Guidelines, Opioids, Page(s): 76": what is a guideline's title as well is a section where nothing but pages follow. */
function isOwnSection(reading: Reading, parts: SourceParts, at: number, end: number): boolean {
  const { words } = reading;
  const title = longestPhrase(titleIndex('mtus'), words, at, end, false);
  if (!title || title.next >= end || !pagesBegin(words, title.next, end)) return false;
  const { guideline } = resolveSource(reading, parts, null);
  return guideline !== null && longestPhrase(sectionIndex(guideline), words, at, end, false)?.next === title.next;
}

/** "Chapter 12", "Ch. 12"; the number or null. */
export function chapterAt(words: readonly Word[], at: number, end: number): number | null {
  const word = words[at]?.text;
  const number = at + 1 < end ? words[at + 1]?.text : undefined;
  return (word === 'chapter' || word === 'ch') && number !== undefined && /^\d{1,2}$/.test(number) ? Number(number) : null;
}

/** A title counts as a new source where a year, a section, a page or "Guidelines" follows, or where it says what it is. */
function qualified(text: string, words: readonly Word[], from: number, next: number, end: number): boolean {
  const after = next < end ? words[next] : undefined;
  if (after && (yearOf(after) !== null || after.text === 'guideline' || after.text === 'chapter')) return true;
  if (sectionsBegin(text, words, next) || pagesBegin(words, next, end)) return true;
  return words.slice(from, next).some(({ text: word }) => word === 'complaint' || word === 'disorder' || word === 'guideline');
}

function unknownTitleWithYear(text: string, words: readonly Word[], from: number, end: number): boolean {
  for (let at = from + 1; at < Math.min(end, from + 8); at++) {
    if (/[,;.:()]/.test(text.slice(words[at - 1]!.end, words[at]!.start))) return false;
    if (yearOf(words[at]!) !== null) return at > from && !/^\d/.test(words[from]!.text);
  }
  return false;
}

function unknownTitleEnd(reading: Reading, from: number, end: number): number {
  const { text, words } = reading;
  let next = from + 1;
  while (next < end && yearOf(words[next]!) === null && !sectionsBegin(text, words, next) && !pagesBegin(words, next, end)) {
    if (/[.;,(]/.test(text.slice(words[next - 1]!.end, words[next]!.start))) break;
    if (words[next]!.text === 'and' && knownSourceAhead(reading, next + 1, end)) break;
    next++;
  }
  return next;
}

function skipWords({ text, words }: Reading, from: number, end: number): number {
  let next = from + 1;
  const goesOn = (): boolean => words[next]!.text !== 'and' && !/[,;.:(]/.test(text.slice(words[next - 1]!.end, words[next]!.start));
  while (next < end && goesOn()) next++;
  return next;
}

/** A year that a guideline may bear. */
export function yearOf(word: Word): number | null {
  return /^(?:199\d|20[0-4]\d)$/.test(word.text) ? Number(word.text) : null;
}
