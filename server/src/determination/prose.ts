import { span, type Span } from '../markdown/span.ts';
import type { Prose } from './model.ts';

/** A stretch of the source that holds words of a field: one line, or what is left of it beside a label. */
export interface Stretch {
  readonly text: string;
  /** Where its first character stands, counted as the prose's spans shall count. */
  readonly start: number;
}

type Run = Prose['runs'][number];

/** White space, the delimiters of emphasis, and an escaped character, which loses its backslash: what folding looks at. */
const FOLDED = /\s+|\*+|_{2,}|\\[\p{P}\p{S}]/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Folds stretches into one run of words: line breaks and runs of white space become one space, a word broken at a
 * hyphen is joined, and (`markdown`) marks of emphasis are left out.
 */
export function foldProse(stretches: readonly Stretch[], at: number, markdown: boolean): Prose {
  const folding = new Folding();
  for (const stretch of stretches) {
    if (stretch.text.trim() !== '' && !folding.endsInSpace && !folding.isBrokenAtHyphen) folding.space();
    foldStretch(stretch, folding, markdown);
  }
  const text = folding.text().trimEnd();
  const { runs } = folding;
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return { text: '', span: span(at, at), runs: [] };
  return { text, span: span(first.source, last.source + Math.min(last.length, text.length - last.at)), runs };
}

/** Words while they are folded. They are kept in pieces, and put together once: a letter may be one long run of short lines. */
class Folding {
  readonly runs: Run[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last two characters. */
  #end = '';

  get length(): number {
    return this.#length;
  }

  /** Also true at the very beginning, where no space is wanted either. */
  get endsInSpace(): boolean {
    return this.#end === '' || /\s$/.test(this.#end);
  }

  get isBrokenAtHyphen(): boolean {
    return this.#end.endsWith('-') && WORD.test(this.#end);
  }

  take(words: string, source: number): void {
    if (words === '') return;
    this.runs.push({ at: this.#length, source, length: words.length });
    this.#add(words);
  }

  space(): void {
    this.#add(' ');
  }

  text(): string {
    return this.#pieces.join('');
  }

  #add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#end = (this.#end + piece.slice(-2)).slice(-2);
  }
}

function foldStretch(stretch: Stretch, folding: Folding, markdown: boolean): void {
  let from = 0;
  const take = (to: number): void => folding.take(stretch.text.slice(from, to), stretch.start + from);
  for (const match of stretch.text.matchAll(FOLDED)) {
    const mark = match[0];
    if (mark === ' ' && folding.length + match.index > 0 && match.index > from) continue;
    const space = mark.trim() === '';
    if (!space && (!markdown || !delimits(stretch.text, match.index, mark))) continue;
    take(match.index);
    from = match.index + (mark.startsWith('\\') ? 1 : mark.length);
    if (space && !folding.endsInSpace && from < stretch.text.length) folding.space();
  }
  take(stretch.text.length);
}

/** Emphasis opens before a word or closes behind one; a mark between two letters or two spaces is a character of the text. */
function delimits(text: string, index: number, mark: string): boolean {
  if (mark.startsWith('\\')) return true;
  const before = text[index - 1] ?? ' ';
  const after = text[index + mark.length] ?? ' ';
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return mark.length > 1 || !(WORD.test(before) && WORD.test(after));
}

/** Where a span of `prose.text` stands in the source, counted as the prose's own span is. */
export function sourceSpan(prose: Prose, place: Span): Span {
  if (prose.runs.length === 0) return prose.span;
  const start = sourceOffset(prose, place.start, 'start');
  return span(start, place.end <= place.start ? start : Math.max(start, sourceOffset(prose, place.end, 'end')));
}

function sourceOffset(prose: Prose, offset: number, edge: 'start' | 'end'): number {
  let before: Run | undefined;
  for (const run of prose.runs) {
    if (offset < run.at || (offset === run.at && edge === 'end')) break;
    before = run;
    if (edge === 'start' ? offset < run.at + run.length : offset <= run.at + run.length) return run.source + offset - run.at;
  }
  if (before === undefined) return prose.span.start;
  // Between two runs: at the folded space. A start moves on to the next run, an end stays at the last.
  if (edge === 'end') return before.source + before.length;
  const next = prose.runs[prose.runs.indexOf(before) + 1];
  return next ? next.source : before.source + before.length;
}

/** The place in `prose.text` of a source offset that is counted as the prose's span is. */
export function proseOffset(prose: Prose, source: number): number {
  for (const run of prose.runs) {
    if (source < run.source) return run.at;
    if (source <= run.source + run.length) return run.at + source - run.source;
  }
  return prose.text.length;
}
