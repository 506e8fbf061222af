import type { Block } from '../../markdown/block.ts';
import { withoutEditorialMarks } from '../../markdown/editorial-marks.ts';
import { fold } from '../../markdown/fold.ts';
import { sliceFolded, type Folded } from '../../markdown/folded.ts';
import { allAtOnce, type Sliced } from '../../markdown/sliced.ts';
import { endInSource, endOfRun, sourcePlace, startInSource, type Run } from '../../markdown/source-runs.ts';
import { span, type Span } from '../../markdown/span.ts';
import type { SectionName } from '../model.ts';
import type { Stretch } from '../prose.ts';
import { readDecisionBehind, readDecisionWord, readLeadingDecision, type DecisionWord } from './title-line.ts';
import { readLabel, readSection, type Label, type Wordings } from './wordings.ts';

/** One line of the letter's own words, folded, and what it says of itself. The runs' sources count from the line's `start`. */
export interface Line extends Folded {
  /** Offset of its first character in the block, white space and the marks of a heading apart. */
  readonly start: number;
  /** How many characters of the source it takes, those among them that are no words. */
  readonly length: number;
  /** Lines below the block's first. */
  readonly row: number;
  /** Depth of the heading that it is, or 0. */
  readonly heading: number;
  readonly label: (Label & Placed) | null;
  /** The section that it opens. */
  readonly section: SectionName | null;
  /** The decision at its end. */
  readonly decision: (DecisionWord & Placed) | null;
  /** The line stands behind a form feed. */
  readonly pageBreak: boolean;
}

/** What a line says of itself counts in its text; `place` is where that stands in the source, counted from the line's start. */
interface Placed {
  readonly place: Span;
}

/** Whether a line is nothing but a decision. */
export function standsAlone({ decision, label }: Line): boolean {
  return label === null && Boolean(decision?.value) && decision?.titleEnd === 0;
}

/** A page number or the footer that the publisher prints on each page. */
const FOOTER = /^(?:Final Determination Letter for IMR Case Number\b.{0,100}|(?:Page )?\d{1,3}(?: of \d{1,3})?)$/i;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:/;

/** Kinds of block whose text is the letter's own: code, quotations and comments are not. */
function isOwnWords(block: Block): boolean {
  if (block.type === 'code') return block.indented === true;
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'list' || block.type === 'table';
}

/** The lines of a block, without blank lines, footers, comments, editors' marks and footnotes. Pure: keep the result by block and `markdown`. */
export function readLines(block: Block, wordings: Wordings, markdown: boolean): readonly Line[] {
  return allAtOnce(linesInSlices(block, wordings, markdown));
}

/** The same with stops: a block may be a page of a list, or the whole of a text. */
export function* linesInSlices(block: Block, wordings: Wordings, markdown: boolean): Sliced<readonly Line[]> {
  if (!isOwnWords(block) || (markdown && FOOTNOTE.test(block.text))) return [];
  const source = markdown ? withoutEditorialMarks(withoutComments(block.text)) : withoutComments(block.text);
  const rows = source.split(/\r\n|\n|\r/);
  const isSetext = block.type === 'heading' && !/^\s{0,3}#/.test(source);
  const heading = isSetext && isUnderlinedByChance(rows, wordings) ? 0 : block.depth ?? 0;
  const lines: Line[] = [];
  let at = 0;
  for (const [row, raw] of rows.entries()) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const isRule = (isSetext && row > 0 && row === rows.length - 1 && UNDERLINE.test(raw)) || isTableRule(raw);
    const line = isRule ? null : readLine(raw, { at, row, heading, markdown }, wordings);
    if (line && !FOOTER.test(line.text)) lines.push(line);
    at += raw.length;
    if (source.startsWith('\r\n', at)) at += 2;
    else at += 1;
  }
  return lines;
}

const ROWS_AT_ONCE = 200;

/** With blanks in their place. An open one is none, and none behind it is looked for an end again. */
function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    result += text.slice(at, open) + text.slice(open, close + 3).replace(/[^\n\r]/g, ' ');
    at = close + 3;
  }
  return at === 0 ? text : result + text.slice(at);
}

const UNDERLINE = /^\s*(?:=+|-+)\s*$/;
/** The row of marks under a table's head. */
function isTableRule(raw: string): boolean {
  return raw.includes('|') && /^[\s|:-]+$/.test(raw);
}

const TABLE_ROW = /^\s*\|.*\|\s*$/;

/** A rule right under a paragraph makes a heading of it in Markdown. A paragraph that opens with a label, or ends as a sentence, was none. */
function isUnderlinedByChance(rows: readonly string[], wordings: Wordings): boolean {
  const words = rows.slice(0, -1).map((row) => fold(row.trim(), true).text);
  const last = words.at(-1) ?? '';
  return readLabel(words[0] ?? '', wordings) !== null || (/[.!?]["”’)]{0,2}$/.test(last) && !readDecisionWord(last, wordings));
}

interface LinePlace {
  /** Offset of its beginning in the block. */
  readonly at: number;
  readonly row: number;
  readonly heading: number;
  readonly markdown: boolean;
}

function readLine(raw: string, { at, row, heading, markdown }: LinePlace, wordings: Wordings): Line | null {
  const isRow = markdown && TABLE_ROW.test(raw);
  const start = (heading > 0 ? HEADING_MARK : isRow ? ROW_MARK : WHITE).exec(raw)?.[0].length ?? 0;
  const source = raw.slice(start, isRow ? raw.lastIndexOf('|') : markdown ? endOfWords(raw, heading > 0) : undefined).trimEnd();
  const { text, runs } = fold(source, markdown);
  if (text === '') return null;
  const label = ownLabel(text, heading, boldEnds(source, runs), wordings);
  const section = label ? null : readSection(text, heading > 0, wordings);
  const decision = !label ? readDecisionWord(text, wordings) ?? (heading > 0 ? readLeadingDecision(text, wordings) : null) : label.kind === 'decision' ? readDecisionBehind(text, label.end, wordings) : null;
  return {
    text, runs, start: at + start, length: source.length, row, heading: label ? 0 : heading, section, pageBreak: raw.includes('\f'),
    label: label && { ...label, place: placeOfLabel(label, source, runs) },
    decision: decision && { ...decision, place: sourcePlace(runs, decision.start, decision.end) },
  };
}

const WHITE = /^\s*/;
const ROW_MARK = /^\s*\|\s*/;
const HEADING_MARK = /^\s*(?:#{1,6}(?:\s+|$))?/;
/** `^id` names a block, where a note-taking program wrote it. */
const BLOCK_NAME = /\s\^[a-z\d-]{1,40}$/i;
/** `##`, `{#id .class}` and `#tag` behind a heading are none of its words. */
const HEADING_ENDS = [/\s#+$/, /\s?\{[#.:-][^{}]{0,200}\}$/, /\s#[a-z][\w/-]{0,60}$/i, BLOCK_NAME];

/** Where the words of a Markdown line end, and what programs write behind them begins. */
function endOfWords(raw: string, isHeading: boolean): number {
  let words = raw.trimEnd();
  for (const end of isHeading ? HEADING_ENDS : [BLOCK_NAME]) words = words.slice(0, end.exec(words)?.index).trimEnd();
  return words.length;
}

/** The label that a line, or a heading of one, opens with. */
function ownLabel(text: string, heading: number, bold: readonly number[], wordings: Wordings): Label | null {
  const label = readLabel(text, wordings, bold);
  if (!label) return null;
  if (label.kind === 'decision') {
    // "Decision:" stands above its word or before it; before any other words it is none.
    const isAlone = label.end >= text.length && (heading === 0 || heading > 2);
    return isAlone || readDecisionBehind(text, label.end, wordings) ? label : null;
  }
  if (heading === 0) return label;
  // A heading is a title or a part of the letter sooner than a label that nobody listed.
  return label.isListed || (heading > 2 && readDecisionWord(text, wordings) === null) ? label : null;
}

/** Where bold words that open a line may end: the offsets in its text of the marks that were left out of it. */
function boldEnds(source: string, runs: readonly Run[]): number[] {
  return runs.flatMap((run, i) => {
    const before = runs[i - 1];
    return before && run.at <= MOST_OF_LABEL && /[*_<\]]/.test(source.slice(endOfRun(before), run.source)) ? [run.at] : [];
  });
}

const MOST_OF_LABEL = 60;

/** From the marks of emphasis in front of a label to where the field's words begin; marks that open before those are theirs. */
export function placeOfLabel({ start, end }: Pick<Label, 'start' | 'end'>, source: string, runs: readonly Run[]): Span {
  const from = start === 0 ? 0 : endInSource(runs, start);
  const last = runs.at(-1);
  if (!last || end >= last.at + last.length) return span(from, source.length);
  const [behind, to] = [endInSource(runs, end), startInSource(runs, end)];
  return span(from, opensEmphasis(source, from, behind, to) ? behind : to);
}

/** Whether what stands between a label and the field's words is a mark that opens, not the label's own that closes. */
function opensEmphasis(source: string, from: number, behind: number, to: number): boolean {
  const marks = source.slice(behind, to);
  if (!/^(?:[*_]+|<[^</>]*>)$/.test(marks)) return false;
  return (source.slice(from, behind).match(/[*_]+|<[^<>]*>/g) ?? []).length % 2 === 0;
}

/** Words of a line from one offset of its text to another, for a field whose places count from where the line stands at `start`. */
export function stretchOf(line: Line, start: number, from = 0, to = line.text.length): Stretch {
  return { ...sliceFolded(line, from, to), start };
}
