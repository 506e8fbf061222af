import { catalogue } from './catalogue.ts';
import { closed, isSentenceEnd } from './cited-sections.ts';
import { readPages, pagesBegin } from './cited-pages.ts';
import type { Citation, CitedPages, Guideline } from './guideline.ts';
import { titleIndex } from './lookup.ts';
import { longestPhrase } from './phrase-index.ts';
import { publisherAt } from './publisher.ts';
import { yearOf } from './source.ts';
import type { Reading } from './source-parts.ts';
import { comparable } from './words.ts';

/** A chapter of ODG, or a guideline of ACOEM, that stands somewhere in an outside source: indexes of words. */
interface Named {
  readonly guideline: Guideline;
  readonly others: readonly Guideline[];
  readonly from: number;
  readonly next: number;
}

type OutsideKind = 'odg' | 'acoem' | 'study' | 'other';

/**
 * The sources outside of the MTUS from one word to another: a citation for each publisher that is
 * named, for each further ODG chapter behind a comma or "and", and for each study. All of them are `external`.
 */
export function readOutside(reading: Reading, from: number, end: number): Citation[] {
  const citations: Citation[] = [];
  for (const part of partsOf(reading, from, end)) for (const citation of readPart(reading, part.from, part.next)) citations.push(citation);
  return citations;
}

/** Cuts at every publisher's name that begins a clause, and at a semicolon before one of ODG's chapters. */
function partsOf({ text, words }: Reading, from: number, end: number): { from: number; next: number }[] {
  const starts: number[] = [from];
  for (let at = from; at < end; at++) {
    const publisher = publisherAt(words, at, end);
    if (!publisher) continue;
    const gap = at > from ? text.slice(words[at - 1]!.end, words[at]!.start) : ',';
    // "www.odg.com" is an address.
    if (gap === '.') continue;
    const clause = /[,;.:/]/.test(gap) || /^(?:and|the|or)$/.test(words[at - 1]!.text) || publisher.kind === 'other';
    if (at > from && clause && words[at - 1]!.text !== 'other') starts.push(at);
    at = publisher.next - 1;
  }
  return starts.map((start, index) => trimmed(words, { from: start, next: starts[index + 1] ?? end }));
}

function trimmed(words: Reading['words'], part: { from: number; next: number }): { from: number; next: number } {
  const empty = /^(?:and|the|or|of|as|well)$/;
  let { from, next } = part;
  while (from < next - 1 && empty.test(words[from]!.text)) from++;
  while (next > from + 1 && empty.test(words[next - 1]!.text)) next--;
  return { from, next };
}

function readPart(reading: Reading, from: number, next: number): Citation[] {
  const { words } = reading;
  const publisher = publisherAt(words, from, next);
  const behind = publisher ? publisher.next : from;
  if (publisher?.kind === 'acoem') return [external(reading, from, next, 'acoem', titled(reading, 'mtus', behind, next)[0] ?? null)];
  if (publisher?.kind === 'other') return [external(reading, from, next, STUDY_WORDS.has(words[from]!.text) ? 'study' : 'other', null)];
  const chapters = titled(reading, 'odg', behind, next);
  const leads = chapters[0]?.from === behind;
  if (!publisher && !leads) return [external(reading, from, next, isStudy(reading, from, next) ? 'study' : 'other', null)];
  if (chapters.length === 0) return [external(reading, from, next, 'odg', null)];
  const ends = [...chapters.slice(1).map((chapter) => chapter.from), next];
  return chapters.map((chapter, index) => {
    const range = trimmed(words, { from: index === 0 ? from : chapter.from, next: ends[index]! });
    return external(reading, range.from, range.next, 'odg', chapter);
  });
}

/**
 * Guidelines of a shelf that are named as such: at the front, behind a sign or "and", or before "chapter". Where there is none,
 * any mention.
 */
function titled(reading: Reading, shelf: 'mtus' | 'odg', from: number, end: number): readonly Named[] {
  const { text, words } = reading;
  const named: Named[] = [];
  let loose: Named | null = null;
  for (let at = from; at < end; at++) {
    const match = longestPhrase(titleIndex(shelf), words, at, end, false);
    if (!match || match.values[0]!.id === 'odg') continue;
    const found = { guideline: match.values[0]!, others: match.values.slice(1), from: at, next: match.next };
    const before = at > from ? text.slice(words[at - 1]!.end, words[at]!.start) : ',';
    const opens = /[,;.:/(–-]/.test(before) || words[at - 1]?.text === 'and';
    const after = match.next < end ? words[match.next]! : null;
    const isChapter = after?.text === 'chapter' || after?.text === 'section';
    const behind = after ? text.slice(words[match.next - 1]!.end, after.start) : ',';
    const closes = isChapter || after?.text === 'and' || /[,;.:/(–-]/.test(behind);
    if ((opens && closes) || isChapter) named.push(found);
    else loose ??= found;
    at = match.next - 1;
  }
  if (named.length > 0) return distinct(named, from);
  return loose ? [loose] : [];
}

/** The first name, and those behind it that are other body parts: "Pain" in the middle of a topic is no chapter of its own. */
function distinct(named: readonly Named[], from: number): readonly Named[] {
  const front = named.find((one) => one.from === from);
  const regional = (one: Named): boolean => one.guideline.regions !== 'every';
  const seen = new Set<Guideline>();
  return named.filter((one) => {
    if (seen.has(one.guideline) || (front && one !== front && !regional(one))) return false;
    seen.add(one.guideline);
    return true;
  });
}

function external(reading: Reading, from: number, next: number, kind: OutsideKind, named: Named | null): Citation {
  const { text, words } = reading;
  const start = words[from]!.start;
  const end = closed(text, start, words[next - 1]!.end);
  const yearWord = words.slice(from, next).find((word) => yearOf(word) !== null);
  const titleFrom = named ? words[named.from]!.start : start;
  const titleEnd = named ? closed(text, titleFrom, words[named.next - 1]!.end) : nameEnd(reading, from, next);
  return {
    text: text.slice(start, end),
    span: { start, end },
    status: 'external',
    kind,
    guideline: named?.guideline ?? (kind === 'odg' ? (catalogue().byId.get('odg') ?? null) : null),
    alternatives: named?.others ?? [],
    title: { text: text.slice(titleFrom, titleEnd), span: { start: titleFrom, end: titleEnd } },
    chapter: null,
    year: yearWord ? { value: yearOf(yearWord)!, span: { start: yearWord.start, end: yearWord.end } } : null,
    sections: [],
    pages: kind === 'acoem' ? pagesIn(reading, from, next) : [],
  };
}

function nameEnd({ text, words }: Reading, from: number, next: number): number {
  const publisher = publisherAt(words, from, next);
  if (publisher) return closed(text, words[from]!.start, words[publisher.next - 1]!.end);
  let last = from + 1;
  while (last < next && !isSentenceEnd(text.slice(words[last - 1]!.end, words[last]!.start))) last++;
  return closed(text, words[from]!.start, words[last - 1]!.end);
}

function pagesIn({ text, words }: Reading, from: number, next: number): CitedPages[] {
  for (let at = from; at < next; at++) if (pagesBegin(words, at, next)) return readPages(text, words, at, next).pages;
  return [];
}

/** What a study, a review or a book of them is called, and the databases and journals that are named for one. */
const STUDY_WORDS = new Set([
  'al', 'journal', 'vol', 'pubmed', 'study', 'trial', 'review', 'article', 'literature', 'meta', 'textbook', 'abstract',
  'internet', 'online', 'website', 'google', 'wikipedia', 'paper', 'press', 'blog',
  'cochrane', 'uptodate', 'medscape', 'jama', 'lancet', 'nejm', 'bmj',
].map(comparable));

/** A web address, a year, or "et al.", "journal", "a recent study" make it a study, unless it calls itself a guideline. */
function isStudy({ text, words }: Reading, from: number, next: number): boolean {
  const part = text.slice(words[from]!.start, words[next - 1]!.end);
  if (/https?:\/\/|www\./i.test(part)) return true;
  const own = words.slice(from, next);
  if (own.some((word) => yearOf(word) !== null)) return true;
  return own.some((word) => STUDY_WORDS.has(word.text)) && !own.some((word) => word.text === 'guideline' || word.text === 'criteria');
}
