import { matchesOf } from '../markdown/matches.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { rememberByEdition } from './by-edition.ts';
import { closed, isSentenceEnd } from './cited-sections.ts';
import { pagesBegin, readPages } from './cited-pages.ts';
import { catalogue } from './catalogue.ts';
import type { Citation, CitedPages, Guideline } from './guideline.ts';
import { titleIndex } from './lookup.ts';
import { longestPhrase } from './phrase-index.ts';
import { publisherAt, type Publisher } from './publisher.ts';
import { resolveSource } from './resolve.ts';
import { chapterAt, yearOf } from './source.ts';
import type { Reading } from './source-parts.ts';
import { wordsOf, type Word } from './words.ts';

/** A mention while it is read. */
interface Draft {
  start: number;
  /** Index of its last word that counts. */
  last: number;
  publishers: Publisher['kind'][];
  title: { from: number; next: number; values: readonly Guideline[]; shelf: 'mtus' | 'odg' } | null;
  chapter: Citation['chapter'];
  year: Citation['year'];
  pages: CitedPages[];
  /** "Guidelines" alone was said. */
  guideline: boolean;
}

/** A mention that was read, the word behind it, and the publisher that it leaves in the reader's mind. */
interface Mention {
  readonly citation: Citation;
  readonly next: number;
  readonly spoken: Publisher['kind'] | null;
}

// They may stand inside a mention: "the MTUS-adopted ACOEM Guidelines in Chapter 5", "page 82 of the MTUS …".
const GLUE = new Set([
  'the', 'ca', 'california', 'of', 'in', 'on', 'from', 'adopted', 'practice', 'treatment', 'medical', 'guideline', 'chapter', 'edition',
  '2nd', 'second', 'updated', 'revised', 'current', 'section', 's', 'and', 'as', 'by', 'part', 'based', 'evidence',
]);

/**
 * The guidelines that a rationale speaks of, in order; spans count from the start of `prose`. A title
 * counts where a publisher, a year, "guideline" or "chapter" stands with it. A chapter without a
 * publisher belongs to the one that was named last. A bare "MTUS", "ACOEM" or "guidelines" gives
 * `guideline` null and `kind` mtus, acoem or other, with status `resolved`; bare ODG resolves to the entry `odg`,
 * and all of ODG is `external`. Never throws; linear.
 */
export function readMentions(prose: string, date: string | null = null): readonly Citation[] {
  const mentions: Citation[] = [];
  let spoken: Publisher['kind'] = 'mtus';
  for (const { start, end } of carriers(prose)) {
    const said: Said = MENTIONS_AFTER[spoken](prose.slice(start, end), date);
    for (const citation of said.mentions) mentions.push(movedBy(citation, start));
    spoken = said.spoken;
  }
  return mentions;
}

/** The mentions of one sentence, spans counted in it, and the publisher that was named last. */
interface Said {
  readonly mentions: readonly Citation[];
  readonly spoken: Publisher['kind'];
}

/** By the publisher that was named last before; what a sentence mentions is remembered by it, since letters say the same ones over and over. */
const MENTIONS_AFTER: Readonly<Record<Publisher['kind'], (sentence: string, date: string | null) => Said>> = {
  mtus: mentionsAfter('mtus'), acoem: mentionsAfter('acoem'), odg: mentionsAfter('odg'), other: mentionsAfter('other'),
};

function mentionsAfter(before: Publisher['kind']): (sentence: string, date: string | null) => Said {
  return rememberByEdition((text, date) => {
    const mentions: Citation[] = [];
    let spoken = before;
    const words = wordsOf(text);
    let at = 0;
    while (at < words.length) {
      const read: Mention | null = mayBegin(words, at) ? readMention({ text, words, date }, at, spoken) : null;
      if (!read) {
        at++;
        continue;
      }
      mentions.push(read.citation);
      if (read.spoken) spoken = read.spoken;
      at = read.next;
    }
    return { mentions, spoken };
  });
}

function movedBy(citation: Citation, by: number): Citation {
  const moved = <Part extends { readonly span: Span }>(part: Part): Part => ({ ...part, span: shift(part.span, by) });
  const { title, chapter, year, sections, pages } = citation;
  return { ...moved(citation), title: title && moved(title), chapter: chapter && moved(chapter), year: year && moved(year), sections: sections.map(moved), pages: pages.map(moved) };
}

/** Where a sentence may end, with the brackets that close behind it: see `isSentenceEnd`. No mention goes on behind. */
const SENTENCE_END = /\.(?=[\s"”')\]])[)\]®™]*|$/g;
/** What no mention does without: a publisher, "guideline" or "chapter", or the year of a title. */
const CARRIER = /guideline|chapter|disability|\bch\b|MTUS|ACOEM|ODG|utilization\W+schedule|american\W+college|\b(?:199|20[0-4])\d\b/i;

/** The sentences in which a guideline may be mentioned: in most letters the fewest. */
function carriers(prose: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { 0: stop, index } of matchesOf(SENTENCE_END, prose)) {
    const end = index + stop.length;
    if (CARRIER.test(prose.slice(start, end))) found.push(span(start, end));
    start = end;
  }
  return found;
}

function mayBegin(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!;
  return text === 'guideline' || text === 'chapter' || text === 'ch' || pagesBegin(words, at, words.length)
    || publisherAt(words, at, words.length) !== null
    || (['mtus', 'odg'] as const).some((shelf) => longestPhrase(titleIndex(shelf), words, at, words.length, false) !== null);
}

function readMention(reading: Reading, from: number, spoken: Publisher['kind']): Mention | null {
  const { text, words } = reading;
  const draft: Draft = {
    start: words[from]!.start, last: from, publishers: [], title: null, chapter: null, year: null, pages: [], guideline: false,
  };
  let at = from;
  let glue = 0;
  while (at < words.length && glue < 5) {
    if (at > from && isSentenceEnd(text.slice(words[at - 1]!.end, words[at]!.start))) break;
    const next = take(reading, draft, at, spoken);
    if (next === null) break;
    if (next.counts) [draft.last, glue] = [next.at - 1, 0];
    else glue++;
    at = next.at;
  }
  return finish(reading, draft, from, spoken);
}

/** One part of a mention; null where the mention is over. */
function take(reading: Reading, draft: Draft, at: number, spoken: Publisher['kind']): { at: number; counts: boolean } | null {
  const { words } = reading;
  const word = words[at]!;
  const end = words.length;
  const publisher = publisherAt(words, at, end);
  if (publisher) {
    if (clashes(draft, publisher.kind)) return null;
    draft.publishers.push(publisher.kind);
    return { at: publisher.next, counts: true };
  }
  const chapter = chapterAt(words, at, end);
  if (chapter) {
    if (draft.chapter) return null;
    draft.chapter = { number: chapter, span: { start: word.start, end: words[at + 1]!.end } };
    return { at: at + 2, counts: true };
  }
  if (pagesBegin(words, at, end)) {
    // One list of pages a mention: else a text of nothing but page numbers is read again from each of them.
    if (draft.pages.length > 0) return null;
    const { pages, next } = readPages(reading.text, words, at, end);
    for (const range of pages) draft.pages.push(range);
    return { at: next, counts: true };
  }
  const year = yearOf(word);
  if (year !== null) {
    draft.year ??= { value: year, span: { start: word.start, end: word.end } };
    return { at: at + 1, counts: draft.title !== null || draft.chapter !== null || draft.publishers.length > 0 };
  }
  const chapterOfMtus = regionChapter(words, at, draft);
  if (chapterOfMtus !== null) return { at: chapterOfMtus, counts: true };
  const title = titleAt(words, at, draft, spoken);
  if (title) {
    if (draft.title) return null;
    draft.title = title;
    return { at: title.next, counts: true };
  }
  if (word.text === 'guideline' || word.text === 'chapter') {
    draft.guideline ||= word.text === 'guideline';
    return { at: at + 1, counts: true };
  }
  return GLUE.has(word.text) ? { at: at + 1, counts: false } : null;
}

/** ODG ends where ACOEM or MTUS begins, and the other way round; nothing is named twice. */
function clashes(draft: Draft, kind: Publisher['kind']): boolean {
  if (draft.publishers.length === 0) return draft.title?.shelf === 'mtus' && kind !== 'acoem' && kind !== 'mtus';
  return draft.publishers.includes(kind) || kind === 'odg' || kind === 'other' || draft.publishers.includes('odg');
}

/** "the ACOEM neck chapter": ODG's chapter has that name, but the publisher says whose it is. The word behind the name, or null. */
function regionChapter(words: readonly Word[], at: number, { publishers, title }: Draft): number | null {
  if (title || publishers.length === 0 || publishers.some((kind) => kind !== 'mtus' && kind !== 'acoem')) return null;
  if (longestPhrase(titleIndex('mtus'), words, at, words.length, false)) return null;
  const match = longestPhrase(titleIndex('odg'), words, at, words.length, false);
  const after = match && words[match.next]?.text;
  return match && match.values[0]!.id !== 'odg' && (after === 'chapter' || after === 'guideline' || after === 'section') ? match.next : null;
}

function titleAt(words: readonly Word[], at: number, draft: Draft, spoken: Publisher['kind']): Draft['title'] {
  const shelf = (draft.publishers.at(-1) ?? spoken) === 'odg' ? 'odg' : 'mtus';
  for (const place of shelf === 'odg' ? (['odg', 'mtus'] as const) : (['mtus', 'odg'] as const)) {
    if (draft.publishers.length > 0 && place !== shelf) continue;
    const match = longestPhrase(titleIndex(place), words, at, words.length, false);
    if (!match || match.values[0]!.id === 'odg') continue;
    const title = { from: at, next: match.next, values: match.values, shelf: place };
    if (namesItself(words, title, draft)) return title;
  }
  return null;
}

/** Everyday words ("knee", "chronic pain", "prevention") are a title only in the company of one that says so. */
function namesItself(words: readonly Word[], title: NonNullable<Draft['title']>, draft: Draft): boolean {
  const own = words.slice(title.from, title.next).some(({ text }) => text === 'guideline' || text === 'disability');
  const after = words[title.next]?.text;
  let tail = title.next;
  while (words[tail]?.text === 'medical' || words[tail]?.text === 'treatment') tail++;
  const said = after === 'chapter' || words[tail]?.text === 'guideline';
  const year = words[title.next] ? yearOf(words[title.next]!) !== null : false;
  const long = title.next - title.from > 2;
  if (title.shelf === 'odg' && draft.publishers.length === 0) return after === 'chapter';
  if (own || said || (year && long)) return true;
  return draft.publishers.length > 0 && (year || long || draft.chapter !== null || title.shelf === 'odg');
}

function finish(reading: Reading, draft: Draft, from: number, spoken: Publisher['kind']): Mention | null {
  const { text, words } = reading;
  const said = (['odg', 'acoem'] as const).find((kind) => draft.publishers.includes(kind)) ?? draft.publishers[0] ?? null;
  if (!said && !draft.title && !draft.chapter && !draft.guideline) return null;
  const next = Math.max(draft.last + 1, from + 1);
  const end = closed(text, draft.start, words[next - 1]!.end);
  // "The neck chapter of ACOEM": what stands behind the name says whose it is.
  if (draft.title?.shelf === 'odg' && (said === 'mtus' || said === 'acoem')) draft.title = null;
  const titleStart = draft.title ? words[draft.title.from]!.start : 0;
  const title = draft.title && { start: titleStart, end: closed(text, titleStart, words[draft.title.next - 1]!.end) };
  const read = resolveSource(reading, {
    start: draft.start, end, kind: said === 'mtus' || said === 'acoem' ? said : null,
    title: title && { text: text.slice(title.start, title.end), span: title }, named: draft.title?.values ?? [],
    chapter: draft.chapter, year: draft.year && draft.year.span.end <= end ? draft.year : null, regulation: null, sections: [], pages: draft.pages,
  }, null);
  const isOdg = said === 'odg' || draft.title?.shelf === 'odg';
  const bare = !said && !draft.title && !draft.chapter;
  const kind = isOdg ? 'odg' : bare || said === 'other' ? 'other' : read.kind;
  const guideline = isOdg ? (draft.title?.values[0] ?? catalogue().byId.get('odg') ?? null) : read.guideline;
  const citation: Citation = { ...read, kind, guideline, status: isOdg || said === 'other' ? 'external' : read.status };
  return { citation, next, spoken: said ?? (draft.title?.shelf === 'odg' ? 'odg' : spoken === 'other' ? 'mtus' : null) };
}
