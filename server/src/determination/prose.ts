import { Folding, sliceFolded, type Folded } from '../markdown/folded.ts';
import { Keeping } from '../markdown/kept-by.ts';
import { endOfRun, offsetInText, sourcePlace } from '../markdown/source-runs.ts';
import { span, type Span } from '../markdown/span.ts';
import type { Prose } from './model.ts';

/** A stretch of the source that holds words of a field: one line, or what is left of it beside a label. Its runs count from its own beginning. */
export interface Stretch extends Folded {
  /** Where its line begins, counted as the prose's spans shall count: what the runs' sources are added to. */
  readonly start: number;
  /** No sentence goes on from what stands before it: a paragraph behind a list or a table. */
  readonly apart?: boolean;
}

const WORD = /[\p{L}\p{N}]/u;

/** Puts stretches into one run of words: a line break becomes a blank, but for one before a stretch that stands apart, and a word broken at a hyphen is joined. `at`: where a field without words stands. */
export function foldProse(stretches: readonly Stretch[], at: number): Prose {
  const folding = new Folding();
  let isCut = false;
  for (const stretch of stretches) {
    if (stretch.text === '') continue;
    const room = MOST_WORDS - folding.length;
    isCut = stretch.text.length > room;
    if (stretch.apart && folding.end !== '') folding.lineBreak();
    else if (!isBrokenAtHyphen(folding.end)) folding.space();
    folding.append(isCut ? beginning(stretch, room) : stretch, stretch.start);
    if (isCut) break;
  }
  const { text, runs } = folding.folded();
  const first = runs[0];
  const last = runs.at(-1);
  return new ReadProse(text, first && last ? span(first.source, endOfRun(last)) : span(at, at), runs, isCut);
}

/** Characters of one field or one section that are read: several times as many as the longest have. */
export const MOST_WORDS = 100_000;
const LONGEST_WORD = 100;

/** So much of a stretch as there is room for, up to the end of a word. */
function beginning(stretch: Folded, room: number): Folded {
  const end = stretch.text.lastIndexOf(' ', room);
  return sliceFolded(stretch, 0, end > Math.max(0, room - LONGEST_WORD) ? end : Math.max(0, room - 1));
}

/** Prose that has room for what is read of it. */
export class ReadProse extends Keeping implements Prose {
  readonly text: string;
  readonly span: Span;
  readonly runs: Prose['runs'];
  readonly isCut: boolean;

  constructor(text: string, span: Span, runs: Prose['runs'], isCut = false) {
    super();
    this.text = text;
    this.span = span;
    this.runs = runs;
    this.isCut = isCut;
  }
}

function isBrokenAtHyphen(end: string): boolean {
  return end.endsWith('-') && WORD.test(end);
}

/** Where a span of `prose.text` stands in the source, counted as the prose's own span is. */
export function sourceSpan({ runs, span: whole }: Prose, place: Span): Span {
  return runs.length === 0 ? whole : sourcePlace(runs, place.start, place.end);
}

/** The place in `prose.text` of a source offset that is counted as the prose's span is. */
export function proseOffset({ text, runs }: Prose, source: number): number {
  return offsetInText(runs, source, text.length);
}
