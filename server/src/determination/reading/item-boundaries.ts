import type { LetterLine } from './letter-lines.ts';
import { CLAIMS_ADMINISTRATOR } from './guideline-openings.ts';
import { findIssueAtDispute } from './issue-at-dispute.ts';
import type { ItemLines } from './item-lines.ts';
import { standsAlone } from './lines.ts';
import { isForItems, type LetterPart } from './sections.ts';
import { isBareNumber, isNamedTitle, isNumbered, isNumberedItem, isRegarding, readVerdictTitle } from './title-line.ts';
import type { Label, LabelKind } from './wordings.ts';

/** The part of the letter in which items are looked for. */
interface ItemArea extends Pick<LetterPart, 'from' | 'to' | 'depth'> {
  /**
   * What makes a heading an item. `place`: standing below the part's own, among items. `decision`: what it says, a decision or labels below it.
   * `both`: a decision and labels, for a part that is no place for items.
   */
  readonly by: 'place' | 'decision' | 'both';
}

interface ItemStart {
  readonly title: number;
  readonly body: number;
}

/** What has been found of the items on the way down the letter. */
interface Found {
  readonly starts: ItemStart[];
  /** Headings that end an item and open none. */
  readonly breaks: number[];
}

/** Where each disputed item begins and ends, in whatever part of the letter it stands. */
export function findItems(lines: readonly LetterLine[], parts: readonly LetterPart[]): ItemLines[] {
  const only = findIssueAtDispute(lines, parts);
  if (only) return [only];
  const found: Found = { starts: [], breaks: [] };
  parts.forEach((part, i) => {
    if (part.heading !== null) found.breaks.push(part.heading);
    if (parts[i - 1]?.name === ITEMS && part.name === null) findInArea(lines, { ...part, by: 'decision' }, found);
    else findInArea(lines, { ...part, by: !isForItems(part, parts) ? 'both' : part.name === ITEMS && part.depth > 0 ? 'place' : 'decision' }, found);
  });
  const breaks = found.breaks.sort((one, other) => one - other);
  let next = 0;
  return found.starts.map(({ title, body }, i) => {
    while (next < breaks.length && breaks[next]! <= title) next++;
    return { title, body, end: Math.min(found.starts[i + 1]?.title ?? lines.length, breaks[next] ?? lines.length) };
  });
}

const ITEMS = 'issues-decisions-and-rationales';

function findInArea(lines: readonly LetterLine[], area: ItemArea, { starts, breaks }: Found): void {
  let itemDepth = 0;
  let floor = area.from;
  let isFirst = true;
  /** The labels that the item has so far; null before the first. */
  let labels: Set<LabelKind> | null = null;
  for (let i = area.from; i < area.to; i++) {
    const at = lines[i];
    if (!at) break;
    const depth = at.line.heading;
    const start = depth > 0 ? headingStart(lines, i, area, itemDepth) : textStart(lines, i, { floor, isFirst, labels }, area);
    if (start) {
      labels = new Set();
      starts.push(start);
      isFirst = false;
      if (depth > 0) itemDepth = depth;
      i = Math.max(i, start.body - 1);
      floor = start.body;
    } else if (depth > 0 && (depth <= area.depth || depth < itemDepth || isGroup(lines, i, area))) {
      breaks.push(i);
      labels = null;
      floor = i + 1;
      isFirst = true;
    }
    const { label } = lines[i]?.line ?? at.line;
    if (!label) continue;
    labels?.add(label.kind);
    floor = Math.max(floor, i + 1);
  }
}

/** A Markdown heading opens an item when it decides something, when a label follows, or when it stands where items stand. */
function headingStart(lines: readonly LetterLine[], i: number, area: ItemArea, itemDepth: number): ItemStart | null {
  const body = behindHeading(lines, i, area);
  if (isRegarding(lines[i]?.line.text ?? '')) return { title: i, body };
  const depth = lines[i]?.line.heading ?? 0;
  const decided = Boolean(lines[body - 1]?.line.decision);
  const below = lines[body];
  if (!decided && below?.line.heading === 0 && isBareNumber(lines[i]?.line.text ?? '') && isNamedTitle(below.line.text) && isLabelled(lines, body + 1, area)) return { title: i, body: body + 1 };
  const alone = !decided && below && (below.line.heading === 0 || below.line.heading > depth) && standsAlone(below.line);
  const followed = isLabelled(lines, alone ? body + 1 : body, area);
  if (area.by === 'both') return (decided || alone) && followed ? { title: i, body: alone ? body + 1 : body } : null;
  const placed = depth > area.depth && (itemDepth > 0 ? depth <= itemDepth : area.by === 'place') && !isGroup(lines, i, area);
  if (!decided && !followed && !alone && !(placed && area.depth > 0)) return null;
  return { title: i, body: alone ? body + 1 : body };
}

/** The first line that isn't the heading's own: only a setext heading has more than one. */
function behindHeading(lines: readonly LetterLine[], i: number, { to }: ItemArea): number {
  let body = i + 1;
  while (body < to && lines[body]?.block === lines[i]?.block) body++;
  return body;
}

/** Whether a label stands there. Of headings only those count that are listed: "Guidelines" may head anything. */
function isLabelled(lines: readonly LetterLine[], i: number, { to }: ItemArea): boolean {
  const at = i < to ? lines[i] : undefined;
  return Boolean(at?.line.label && (at.line.label.isListed || at.block.type !== 'heading'));
}

/** "Medications", above items whose headings are deeper: it decides nothing, and no label stands between. */
function isGroup(lines: readonly LetterLine[], i: number, area: ItemArea): boolean {
  const depth = lines[i]?.line.heading ?? 0;
  let next = behindHeading(lines, i, area);
  if (lines[next - 1]?.line.decision) return false;
  while (next < area.to && lines[next]?.line.heading === 0 && !lines[next]?.line.label && !standsAlone(lines[next]!.line)) next++;
  const below = lines[next];
  if (next >= area.to || !below || below.line.heading <= depth) return false;
  const behind = behindHeading(lines, next, area);
  return Boolean(lines[behind - 1]?.line.decision) || isLabelled(lines, behind, area) || (lines[behind] !== undefined && standsAlone(lines[behind].line));
}

/** Where in an area a line stands. */
interface Standing {
  /** The first line that may belong to a title. */
  readonly floor: number;
  /** No item stands above it. */
  readonly isFirst: boolean;
  /** Those of the item above; null where there is none. */
  readonly labels: ReadonlySet<LabelKind> | null;
}

/** A line of text ends a title when a decision stands at its end and a label, or nothing of the same paragraph, follows. */
function textStart(lines: readonly LetterLine[], i: number, { floor, isFirst, labels }: Standing, area: ItemArea): ItemStart | null {
  const at = lines[i];
  if (!at) return null;
  const { label, decision } = at.line;
  if (label) {
    const opens = area.by !== 'both' && opensItem(label) && (labels === null || labels.has(label.kind)) && (label.isListed || hasCompany(lines, i));
    return opens ? undecidedStart(lines, i, floor, isFirst) : null;
  }
  if (isRegarding(at.line.text)) return { title: i, body: regardingEnd(lines, i, area) };
  const verdict = area.by === 'both' ? null : verdictStart(lines, i, floor);
  if (verdict) return verdict;
  if (!decision || isLabelAbove(lines, i, floor) || (labels !== null && closesItem(lines, i))) return null;
  const next = i + 1 < area.to ? lines[i + 1] : undefined;
  const followed = Boolean(next?.line.label);
  const certain = area.by !== 'both' && decision.value !== null && (next === undefined || next.line.heading > 0 || next.gap > 0) && at.gap > 0;
  if (!followed && !certain) return null;
  return { title: titleStart(lines, i, floor, isFirst, decision.titleEnd === 0), body: i + 1 };
}

/** The numbered verdict of late 2013, which may wrap; what the claims administrator relied on follows, and tells it from a list in a rationale. */
function verdictStart(lines: readonly LetterLine[], i: number, floor: number): ItemStart | null {
  const next = lines[i + 1]?.line.text ?? '';
  if (!readVerdictTitle(lines[i]?.line.text ?? '') || !CLAIMS_ADMINISTRATOR.test(next)) return null;
  let title = i;
  while (title > Math.max(floor, i - 5) && !isNumbered(lines[title]?.line.text ?? '') && lines[title]?.gap === 0) title--;
  return isNumbered(lines[title]?.line.text ?? '') ? { title, body: i + 1 } : null;
}

/** A label where the item has one of its kind already belongs to the next one. Reasons may be called by many words, so only a listed label counts. */
function opensItem({ kind, isListed }: Label): boolean {
  return kind !== 'dependsOn' && (kind !== 'rationale' || isListed);
}

/** A decision on its own line behind the last sentence of an item, with no label below that would make a title of what stands above. */
export function closesItem(lines: readonly LetterLine[], i: number): boolean {
  const at = lines[i];
  if (!at || at.gap === 0 || !standsAlone(at.line) || lines[i + 1]?.line.label) return false;
  return at.line.heading === 0 && SENTENCE_END.test(lines[i - 1]?.line.text ?? '');
}

const SENTENCE_END = /[.!?]["”’)]?$/;

/** Another label below one that only its words tell: "Reviewer: …" alone may be a line of the letter's head. */
function hasCompany(lines: readonly LetterLine[], i: number): boolean {
  const { label } = lines[i]!.line;
  for (let next = i + 1; next <= i + 8 && lines[next]?.line.heading === 0; next++) if (lines[next]!.line.label && lines[next]!.line.label?.kind !== label?.kind) return true;
  return false;
}

/** "Decision:" on the line above, whose word this is. */
function isLabelAbove(lines: readonly LetterLine[], i: number, floor: number): boolean {
  const above = lines[i - 1]?.line;
  return i - 1 >= floor - 1 && above?.label?.kind === 'decision' && above.decision === null && standsAlone(lines[i]!.line);
}

/** Behind the line that ends "Regarding the request for X:"; a title without its colon is one line. */
function regardingEnd(lines: readonly LetterLine[], from: number, area: ItemArea): number {
  for (let i = from; i < Math.min(from + 6, area.to); i++) if (lines[i]?.line.text.endsWith(':')) return i + 1;
  return from + 1;
}

/** The title, without a decision, of the item that a label opens: the short paragraph above it. */
function undecidedStart(lines: readonly LetterLine[], label: number, floor: number, first: boolean): ItemStart | null {
  if (label <= floor || lines[label - 1]?.line.heading) return null;
  let title = label - 1;
  const inList = isListTitle(lines[title], lines[label]);
  while (!inList && title > floor && lines[title]?.gap === 0 && !lines[title - 1]?.line.heading) title--;
  const paragraph = lines.slice(title, label);
  const words = paragraph.map(({ line }) => line.text).join(' ');
  const ownParagraph = (inList || (lines[title]?.gap ?? 0) > 0) && (lines[label]?.gap ?? 0) >= 0 && !paragraph.some(({ line }) => line.label);
  if (!ownParagraph || words.length > 300 || COLUMNS.test(words) || INTRODUCTION.test(words)) return null;
  if (!isNumberedItem(words) && (/[.;,]$/.test(words) || (!first && isEmptyLabel(lines[title - 1])))) return null;
  return { title, body: label };
}

/** A row of three cells is no title. */
const COLUMNS = /\|[^|]*\|/;

/** A bullet of a list, with the label's bullet below it and deeper. */
function isListTitle(title: LetterLine | undefined, label: LetterLine | undefined): boolean {
  if (!title || title.block !== label?.block) return false;
  return [title, label].every(({ line }) => /^[-*+]\s/.test(line.text)) && depthInList(title) < depthInList(label);
}

function depthInList({ block, line }: LetterLine): number {
  return line.start - block.text.lastIndexOf('\n', line.start) - 1;
}

/** A label whose words stand below it. */
function isEmptyLabel(at: LetterLine | undefined): boolean {
  return Boolean(at?.line.label && at.line.label.end >= at.line.text.length);
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
  const paragraph = titleParagraph(lines, start, floor);
  if (paragraph !== null) return paragraph;
  while (start > floor && !opensTitle(lines, start, last, width)) start--;
  if (first) {
    for (let i = last - 1; i >= floor; i--) if (INTRODUCTION.test(lines[i]?.line.text ?? '')) return Math.max(start, i + 1);
  }
  return start;
}

/** The first line of the paragraph that ends in a title, where that holds no end of a sentence and no label: then it is the title, however short its lines. */
function titleParagraph(lines: readonly LetterLine[], last: number, floor: number): number | null {
  let start = last;
  while (start > floor && lines[start]?.gap === 0 && last - start < 3) start--;
  const isWhole = start < last && (lines[start]?.gap ?? 0) > 0 && lines[start]?.line.pageBreak === false;
  return isWhole && lines.slice(start, last).every(({ line }) => !line.label && line.heading === 0 && !/[.!?:]["”’)]?$/.test(line.text)) ? start : null;
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
  return SENTENCE_END.test(before.line.text) || before.line.text.length + firstWord(line.line.text) < width * 0.75;
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
