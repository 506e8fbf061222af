import type { LetterLine } from './letter-lines.ts';
import type { Line } from './lines.ts';
import { isRegarding } from './title-line.ts';

/** The lines of one item: its title from `title`, its fields from `body`, up to `end`. Indices into the letter's lines. */
export interface ItemLines {
  readonly title: number;
  readonly body: number;
  readonly end: number;
}

/** The part of the letter in which items are looked for. `depth`: of the heading that opens it, 0 where there is none. */
export interface ItemArea {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

interface ItemStart {
  readonly title: number;
  readonly body: number;
}

/** Where each disputed item begins and ends. */
export function findItems(lines: readonly LetterLine[], area: ItemArea): ItemLines[] {
  const starts: ItemStart[] = [];
  let itemDepth = 0;
  let floor = area.from;
  for (let i = area.from; i < area.to; i++) {
    const at = lines[i];
    if (!at) break;
    const start = at.line.heading > 0
      ? headingStart(lines, i, area, itemDepth)
      : textStart(lines, i, floor, starts.length === 0, area);
    if (start) {
      starts.push(start);
      if (at.line.heading > 0) itemDepth = at.line.heading;
      i = Math.max(i, start.body - 1);
      floor = start.body;
    } else if (at.line.label) floor = i + 1;
  }
  return starts.map(({ title, body }, i) => ({ title, body, end: starts[i + 1]?.title ?? area.to }));
}

/** A Markdown heading opens an item when it decides something, when a label follows, or when it stands where items stand. */
function headingStart(lines: readonly LetterLine[], i: number, area: ItemArea, itemDepth: number): ItemStart | null {
  const block = lines[i]?.block;
  let body = i + 1;
  while (body < area.to && lines[body]?.block === block) body++;
  const depth = lines[i]?.line.heading ?? 0;
  const decided = Boolean(lines[body - 1]?.line.decision);
  const below = lines[body];
  const alone = !decided && below && below.line.heading === 0 && standsAlone(below.line);
  const followed = below !== undefined && body < area.to && below.line.label !== null;
  const placed = area.depth > 0 && depth > area.depth && (itemDepth === 0 || depth <= itemDepth);
  if (!decided && !followed && !alone && !placed) return null;
  return { title: i, body: alone ? body + 1 : body };
}

function standsAlone({ decision }: Line): boolean {
  return Boolean(decision?.value) && decision?.titleEnd === 0;
}

/** A line of text ends a title when a decision stands at its end and a label, or nothing of the same paragraph, follows. */
function textStart(lines: readonly LetterLine[], i: number, floor: number, first: boolean, area: ItemArea): ItemStart | null {
  const at = lines[i];
  if (!at || at.line.label) {
    return at?.line.label?.kind === 'claimsAdministratorGuideline' ? undecidedStart(lines, i, floor, first) : null;
  }
  if (isRegarding(at.line.text)) return { title: i, body: regardingEnd(lines, i, area) };
  const { decision } = at.line;
  if (!decision) return null;
  const next = i + 1 < area.to ? lines[i + 1] : undefined;
  const followed = Boolean(next?.line.label);
  const certain = decision.value !== null && (next === undefined || next.line.heading > 0 || next.gap > 0) && at.gap > 0;
  if (!followed && !certain) return null;
  return { title: titleStart(lines, i, floor, first, decision.titleEnd === 0), body: i + 1 };
}

/** Behind the line that ends "Regarding the request for X:"; a title without its colon is one line. */
function regardingEnd(lines: readonly LetterLine[], from: number, area: ItemArea): number {
  for (let i = from; i < Math.min(from + 6, area.to); i++) if (lines[i]?.line.text.endsWith(':')) return i + 1;
  return from + 1;
}

/** A claims administrator's label where the item has one already: its title, undecided, is the short paragraph above. */
function undecidedStart(lines: readonly LetterLine[], label: number, floor: number, first: boolean): ItemStart | null {
  if (label <= floor || lines[label - 1]?.line.heading) return null;
  let title = label - 1;
  while (title > floor && lines[title]?.gap === 0 && !lines[title - 1]?.line.heading) title--;
  const paragraph = lines.slice(title, label);
  const words = paragraph.map(({ line }) => line.text).join(' ');
  const ownParagraph = (lines[title]?.gap ?? 0) > 0 && (lines[label]?.gap ?? 0) >= 0 && !paragraph.some(({ line }) => line.label);
  if (!ownParagraph || (title <= floor && !first) || words.length > 300 || /[.;,]$/.test(words) || INTRODUCTION.test(words)) return null;
  return { title, body: label };
}

/** The sentence that stands above the first item. */
const INTRODUCTION = /set forth below\s*:?$/i;
/** A title that is told as a history: "X was the original request. …", which may reach over several lines and full stops. */
const HISTORY_END = /IMR eligible|original request,/i;
const HISTORY_START = /\b(?:was|were|is|are) the original request\b/i;

/**
 * The first line of the title that ends at line `last`. In extracted text no mark stands between the end of a rationale and
 * the next title: a blank line, the end of a sentence, or a line broken off before its width is the sign.
 */
function titleStart(lines: readonly LetterLine[], last: number, floor: number, first: boolean, decisionAlone: boolean): number {
  const width = typicalWidth(lines, floor, last);
  let start = last;
  if (decisionAlone && start > floor) start--;
  while (start > floor && !opensTitle(lines, start, last, width)) start--;
  if (first) {
    for (let i = last - 1; i >= floor; i--) if (INTRODUCTION.test(lines[i]?.line.text ?? '')) return Math.max(start, i + 1);
  }
  return start;
}

function opensTitle(lines: readonly LetterLine[], start: number, last: number, width: number): boolean {
  const line = lines[start];
  const before = lines[start - 1];
  if (!line || !before || before.line.heading > 0 || before.line.label || INTRODUCTION.test(before.line.text)) return true;
  const title = lines.slice(start, last + 1).map((each) => each.line.text).join(' ');
  // A history is whole only with its beginning, and that at the head of a line.
  if (HISTORY_END.test(title) && !HISTORY_START.test(title)) return false;
  if (/^[a-z]/.test(line.line.text) && !/[.!?]$/.test(before.line.text)) return false;
  if (line.gap > 0 && !line.line.pageBreak) return true;
  return /[.!?]["”’)]?$/.test(before.line.text) || before.line.text.length + firstWord(line.line.text) < width * 0.75;
}

function firstWord(text: string): number {
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

/** How long a full line of this passage is. */
function typicalWidth(lines: readonly LetterLine[], from: number, to: number): number {
  let width = 0;
  for (let i = Math.max(from, to - 12); i < to; i++) width = Math.max(width, lines[i]?.line.text.length ?? 0);
  return width;
}
