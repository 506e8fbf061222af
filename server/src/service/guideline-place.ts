import { readCitations } from '../guidelines/citation.ts';
import type { Citation, Guideline } from '../guidelines/guideline.ts';
import type { DisputedItem, GuidelineLine } from '../determination/model.ts';
import { lineEnd, positionAt } from '../markdown/line-index.ts';
import { span, type Span } from '../markdown/span.ts';
import type { Cursor } from './cursor.ts';
import type { Letter } from './letter.ts';

/** A place in a guideline line of an item. Offsets of the document. */
export interface GuidelinePlace {
  readonly item: DisputedItem;
  readonly field: 'claimsAdministratorGuideline' | 'reviewerGuideline';
  /** The field's words on this line, from behind the label to the line's end. */
  readonly words: Span;
  /** What the label lacks in front of the words: its closing stars, a space. */
  readonly lead: string;
  /** The field begins on an earlier line, or goes on to a later one. */
  readonly wraps: boolean;
  /** What stands between the start of the words and the cursor. */
  readonly typed: string;
}

/** Where the cursor stands in a guideline line; null where it stands elsewhere. */
export function guidelinePlace(letter: Letter, { item, offset, lineStart, lineEnd }: Cursor): GuidelinePlace | null {
  if (!item) return null;
  for (const field of ['claimsAdministratorGuideline', 'reviewerGuideline'] as const) {
    const line = item.reading[field];
    const extent = line && extentOf(letter, item, line, lineStart, lineEnd);
    if (!extent || offset < extent.start || offset > extent.end) continue;
    const text = letter.lines.text.toString();
    let start = Math.max(extent.start, lineStart);
    while (start < offset && (text[start] === ' ' || text[start] === '\t')) start++;
    const label = text.slice(item.start + line.label.start, start);
    const lead = extent.start < lineStart ? '' : leadBehind(label);
    const wraps = extent.start < lineStart || extent.end > lineEnd;
    return { item, field, words: span(start, lineEnd), lead, wraps, typed: text.slice(start, offset) };
  }
  return null;
}

/** What a label that was just typed lacks before words can follow: "**MAXIMUS guideline:" its stars and a space. */
export function leadBehind(label: string): string {
  if (label === '' || /\s$/.test(label)) return '';
  return label.startsWith('**') && label.lastIndexOf('**') < 2 ? '** ' : ' ';
}

/** From behind the label to the end of the words' last line; a label without words has the rest of its own line. */
function extentOf({ lines }: Letter, item: DisputedItem, { label, prose }: GuidelineLine, lineStart: number, end: number): Span {
  const start = item.start + label.end;
  const words = item.start + prose.span.end;
  const onLabelsLine = lineStart <= start && start <= end;
  // Words that have slipped to the next paragraph: on the label's own line there are none.
  if (onLabelsLine && (prose.text === '' || item.start + prose.span.start > end)) return span(start, end);
  return span(start, lastLine(lines, words));
}

function lastLine(lines: Letter['lines'], offset: number): number {
  return lineEnd(lines, positionAt(lines, offset).line);
}

/**
 * What is being typed in a guideline line. `from` counts from the start of the typed words: what is offered replaces them from there on.
 * `line`: the whole line. `source`: a further guideline behind "and". `outside`: what stands behind "Non-MTUS Citation". `marker`:
 * "Section(s):" or "Page(s):" behind a guideline. `section`, `page`: one of the guideline's.
 */
export type Typing =
  | { readonly kind: 'line' | 'source' | 'outside'; readonly from: number }
  | { readonly kind: 'marker' | 'section' | 'page'; readonly from: number; readonly guideline: Guideline; readonly citation: Citation };

const MARKER = /\b(section|page)(?:\(s\)|s)?\s{0,4}:\s{0,4}/gi;
const OUTSIDE = /\bnon[-\s]mtus\s{1,4}citations?:?\s{1,4}/i;

/** Reads what was typed of a guideline line before the cursor. `date` tells the edition of a title without a year. */
export function readTyping(typed: string, date: string | null): Typing {
  const outside = OUTSIDE.exec(typed);
  if (outside) return { kind: 'outside', from: outside.index + outside[0].length };
  const last = readCitations(typed, date).at(-1);
  if (!last?.guideline || last.guideline.family === 'odg') return { kind: 'line', from: 0 };
  const marker = [...typed.matchAll(MARKER)].at(-1);
  if (marker && marker.index >= last.span.start) return behindMarker(typed, marker, last, last.guideline);
  return isWhole(last) ? behindSource(typed, last, last.guideline) : { kind: 'line', from: 0 };
}

/** A title alone may still go on: "Neck and" is the beginning of "Neck and Upper Back". */
function isWhole({ year, chapter, sections, pages }: Citation): boolean {
  return year !== null || chapter !== null || sections.length > 0 || pages.length > 0;
}

function behindSource(typed: string, citation: Citation, guideline: Guideline): Typing {
  const rest = typed.slice(citation.span.end);
  const further = FURTHER.exec(rest);
  if (further) return { kind: 'source', from: citation.span.end + further[0].length };
  if (/^\s?,?\s?(?:[sp][a-z()]{0,9})?$/i.test(rest) && rest !== '') return { kind: 'marker', from: citation.span.end, guideline, citation };
  return { kind: 'line', from: 0 };
}

const FURTHER = /^\s?,?\s?and\s(?:mtus\s)?/i;

function behindMarker(typed: string, marker: RegExpExecArray, citation: Citation, guideline: Guideline): Typing {
  const from = marker.index + marker[0].length;
  const kind = marker[1]?.toLowerCase() === 'page' ? 'page' : 'section';
  const tail = typed.slice(from);
  if (kind === 'page') {
    const further = /\sand\s(?:mtus\s)?/i.exec(tail);
    if (further && !/\d\s*$/.test(tail)) return { kind: 'source', from: from + further.index + further[0].length };
    return { kind, from: from + lastPart(tail), guideline, citation };
  }
  const whole = citation.sections.findLast(({ section }) => section !== null);
  const further = whole && FURTHER.exec(typed.slice(whole.span.end));
  if (whole && further) return { kind: 'source', from: whole.span.end + further[0].length };
  // A known title that the cursor stands behind may go on, too: "Opioids" and "Opioids, criteria for use".
  const current = citation.sections.at(-1);
  const started = current && !/[,;]\s*$/.test(tail) && current.span.start >= from;
  return { kind, from: started ? current.span.start : from + tail.length, guideline, citation };
}

/** Where the part behind the last comma begins. */
function lastPart(list: string): number {
  const comma = list.lastIndexOf(',');
  return comma < 0 ? 0 : comma + 1 + (/^\s*/.exec(list.slice(comma + 1))?.[0].length ?? 0);
}
