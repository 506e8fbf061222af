import { rememberByEdition } from './by-edition.ts';
import { findSection } from './lookup.ts';
import { isSentenceEnd } from './cited-sections.ts';
import type { Citation } from './guideline.ts';
import { clausesOf, type Clause } from './line-clauses.ts';
import { readOutside } from './outside-source.ts';
import { publisherAt } from './publisher.ts';
import { statementAt } from './line-statements.ts';
import { readSource, sourceAhead } from './source.ts';
import type { Reading } from './source-parts.ts';
import { wordsOf } from './words.ts';

export { readMentions } from './mentions.ts';

/**
 * Takes a guideline line apart: "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, and …".
 * A citation for each source, in order; spans count from the start of `line`. Never throws; linear.
 *
 * `status`: `resolved` where the catalogue has the guideline, and also for a bare "MTUS" or "ACOEM"
 * (guideline null); `unknown` for an MTUS or ACOEM name or year that it doesn't have (`alternatives`
 * are the editions of that name); `external` for all that is outside of the MTUS; `none` where the
 * line says that nothing was cited (`kind` none), or says something of the MTUS, as that it is silent (`kind` mtus). `date` (YYYY-MM-DD) chooses the edition where no year is printed.
 */
export function readCitations(line: string, date: string | null = null): readonly Citation[] {
  return readLine(line, date);
}

const readLine = rememberByEdition((line, date): readonly Citation[] => {
  if (NOTHING.test(line)) return [nothing(line, { start: 0, end: line.trimEnd().length })];
  const reading: Reading = { text: line, words: wordsOf(line), date };
  const citations: Citation[] = [];
  let at = 0;
  for (const clause of clausesOf(line)) {
    while (at < reading.words.length && reading.words[at]!.start < clause.start) at++;
    let end = at;
    while (end < reading.words.length && reading.words[end]!.end <= clause.end) end++;
    if (end > at) for (const citation of readSentences(reading, clause, at, end)) citations.push(citation);
    at = clause.kind === 'none' ? at : end;
  }
  return citations;
});

const NOTHING = /^\s*(?:none|nothing|n\/a|not\s+applicable|decision\s+based\s+(?:up)?on:?)(?:\s+cited)?\.?\s*$/i;

/** "The MTUS does not address scooters." among the sources is a sentence, and no source. */
function readSentences(reading: Reading, clause: Clause, from: number, end: number): Citation[] {
  if (clause.kind === 'none') return readClause(reading, clause, from, end);
  const citations: Citation[] = [];
  let unread = from;
  for (let at = from; at < end; at++) {
    const next = statementAt(reading, from, at, end);
    if (next === null) continue;
    if (at > unread) for (const citation of readClause(reading, clause, unread, at)) citations.push(citation);
    const { start } = reading.words[at]!;
    citations.push({ ...nothing(reading.text, { start, end: reading.words[next - 1]!.end }), kind: 'mtus' });
    unread = next;
    at = next - 1;
  }
  if (unread < end) for (const citation of readClause(reading, clause, unread, end)) citations.push(citation);
  return citations;
}

function readClause(reading: Reading, clause: Clause, from: number, end: number): Citation[] {
  if (clause.kind === 'none') return [nothing(reading.text, clause)];
  if (clause.kind === 'outside') return readOutside(reading, from, end);
  const citations: Citation[] = [];
  let inherited: 'mtus' | 'acoem' | null = null;
  let at = from;
  // The first word that belongs to no source yet: a study is known by its later words.
  let unread = from;
  while (at < end) {
    const publisher = publisherAt(reading.words, at, end);
    if (publisher?.kind === 'odg' || publisher?.kind === 'other') {
      const stop = outsideEnd(reading, publisher.next, end);
      for (const citation of readOutside(reading, at, stop)) citations.push(citation);
      at = unread = stop;
      continue;
    }
    const sentence = at > from && isSentenceEnd(reading.text.slice(reading.words[at - 1]!.end, reading.words[at]!.start));
    if (sentence && !sourceAhead(reading, at, end)) {
      const stop = outsideEnd(reading, at, end);
      for (const citation of readOutside(reading, unread, stop)) citations.push(citation);
      at = unread = stop;
      continue;
    }
    const { citation, next } = readSource(reading, at, end, inherited, clause.stated);
    const before = citations.at(-1);
    if (citation && before && isFurtherSection(citation, before)) {
      citations[citations.length - 1] = withSection(reading.text, before, citation);
      unread = next;
    } else if (citation) {
      citations.push(citation);
      unread = next;
      if (citation.kind === 'mtus' || citation.kind === 'acoem') inherited = citation.kind;
    }
    at = next;
  }
  // A free line that names no guideline is still somebody's source.
  return citations.length > 0 || !clause.stated && reading.words.length < 2 ? citations : readOutside(reading, from, end);
}

/** "Buprenorphine, pages 26-27; On-going management, pages 78-80": a name with pages behind a guideline is another section of it. */
function isFurtherSection({ status, title, year, chapter, pages, text }: Citation, before: Citation): boolean {
  if (status !== 'unknown' || before.guideline === null || !title || year || chapter || pages.length === 0) return false;
  return text.startsWith(title.text) && !/\b(?:complaints?|disorders?|guidelines?|chapter|conditions?|mtus|acoem)\b/i.test(title.text);
}

function withSection(text: string, before: Citation, { title, span, pages }: Citation): Citation {
  if (!title || !before.guideline) return before;
  const whole = { start: before.span.start, end: span.end };
  let { start } = title.span;
  while (start > before.span.end && /[-\w]/.test(text[start - 1] ?? '')) start--;
  const section = { text: text.slice(start, title.span.end), section: findSection(before.guideline, text.slice(start, title.span.end)), span: { start, end: title.span.end } };
  return { ...before, text: text.slice(whole.start, whole.end), span: whole, sections: [...before.sections, section], pages: [...before.pages, ...pages] };
}

/** An outside source in the middle of a free line goes on until MTUS or ACOEM is named. */
function outsideEnd({ words }: Reading, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const kind = publisherAt(words, at, end)?.kind;
    if (kind === 'mtus' || kind === 'acoem') return at;
  }
  return end;
}

function nothing(text: string, { start, end }: Pick<Clause, 'start' | 'end'>): Citation {
  return {
    text: text.slice(start, end), span: { start, end }, status: 'none', kind: 'none', guideline: null,
    alternatives: [], title: null, chapter: null, year: null, sections: [], pages: [],
  };
}
