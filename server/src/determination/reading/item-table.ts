import { endInSource, endOfRun, sourcePlace, startInSource } from '../../markdown/source-runs.ts';
import { sliceFolded } from '../../markdown/folded.ts';
import { span } from '../../markdown/span.ts';
import type { ItemLines } from './item-lines.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Line } from './lines.ts';
import { isForItems, type LetterPart } from './sections.ts';
import { readDecisionBehind, readDecisionWord } from './title-line.ts';
import { readLabel, sameLetters, type LabelKind, type Wordings } from './wordings.ts';
import known from './wordings.json' with { type: 'json' };

/** A letter whose items are the rows of a table: its lines, with each cell of a row as a line of its own, and the items among them. */
export interface TableItems {
  readonly lines: readonly LetterLine[];
  readonly places: readonly ItemLines[];
}

/** `found`: the items that were found otherwise. Null where these are more than the heading above the table, or where no table holds items. */
export type TableReader = (lines: readonly LetterLine[], parts: readonly LetterPart[], found: readonly ItemLines[]) => TableItems | null;

type Column = 'title' | 'number' | LabelKind | null;

/** A table's rows, the head apart. `from` and `to`: its lines, the head with them. */
interface ItemTable {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
}

/** Reads items out of tables, and gives the same lines for the cells of a row as long as it is the same under the same head. */
export function createTableReader(wordings: Wordings): TableReader {
  const kept = new WeakMap<Line, { readonly head: Line; readonly cells: readonly Line[] }>();
  const cellsOf = (at: LetterLine, head: Line, columns: readonly Column[]): readonly LetterLine[] => {
    let row = kept.get(at.line);
    if (row?.head !== head) kept.set(at.line, (row = { head, cells: cellLines(at, columns, wordings) }));
    return row.cells.map((line) => ({ ...at, line, start: at.start - at.line.start + line.start, gap: 1 }));
  };
  return (lines, parts, found) => {
    const tables = tablesIn(lines, wordings).filter((table) => mayHoldItems(table, parts));
    if (tables.length === 0 || !found.every((place) => isHeadingOf(place, tables, lines))) return null;
    const all: LetterLine[] = [];
    const places: ItemLines[] = [];
    let done = 0;
    for (const { from, to, columns } of tables) {
      all.push(...lines.slice(done, from));
      for (const row of lines.slice(from + 1, to)) {
        const cells = cellsOf(row, lines[from]!.line, columns);
        if (cells.length === 0) continue;
        const body = all.length + (cells[1] && isDecisionCell(cells[1].line) ? 2 : 1);
        places.push({ title: all.length, body, end: all.length + cells.length, isRow: true });
        all.push(...cells);
      }
      done = to;
    }
    return { lines: [...all, ...lines.slice(done)], places };
  };
}

/** A table in the summary holds no items where the letter has a part for these. */
function mayHoldItems({ from }: ItemTable, parts: readonly LetterPart[]): boolean {
  const part = parts.findLast((each) => each.from <= from);
  return part !== undefined && (part.name === null || isForItems(part, parts));
}

/** A heading above a table is no item where it decides nothing. */
function isHeadingOf({ title, body, end }: ItemLines, tables: readonly ItemTable[], lines: readonly LetterLine[]): boolean {
  return tables.some(({ from }) => body <= from && from < end) && lines.slice(title, body).every(({ line }) => line.decision === null);
}

function tablesIn(lines: readonly LetterLine[], wordings: Wordings): ItemTable[] {
  const tables: ItemTable[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!lines[from]!.line.text.includes('|')) continue;
    let to = from + 1;
    while (lines[to]?.block === lines[from]!.block && lines[to]!.line.text.includes('|')) to++;
    const columns = to - from > 1 ? columnsOf(lines.slice(from, to).map(cellTexts), wordings) : null;
    if (columns) tables.push({ from, to, columns });
    from = to - 1;
  }
  return tables;
}

/** What a table's columns hold, by their heads and their words; null where its rows are no items: these have a title, and more beside it than a decision. */
function columnsOf([head = [], ...rows]: readonly (readonly string[])[], wordings: Wordings): readonly Column[] | null {
  const columns: Column[] = head.map((name, i) => {
    const cells = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    if (cells.every((cell) => NUMBER.test(cell))) return 'number';
    const label = readLabel(`${name}:`, wordings)?.kind;
    if (label) return label;
    if (cells.every((cell) => readDecisionBehind(cell, 0, wordings)?.value && cell.length < LONGEST_DECISION)) return 'decision';
    return known.titleColumns.some((words) => sameLetters(words, name)) ? 'title' : null;
  });
  if (!columns.includes('title')) columns[columns.indexOf(null)] = 'title';
  const reasons = columns.some((column) => column === 'rationale' || column === 'reviewerGuideline')
    || columns.some((column, i) => column === null && rows.every((row) => (row[i] ?? '').split(' ').length > 5));
  return columns.includes('title') && columns.includes('decision') && reasons ? columns : null;
}

const NUMBER = /^#?\d{1,3}[.)]?$|^[A-H][.)]?$/;
const LONGEST_DECISION = 24;

/** The borders between a row's cells, as offsets of its text. Those that are escaped are part of the words. */
function bordersOf({ line, block }: LetterLine): number[] {
  const isEscaped = (at: number): boolean => /\\/.test(block.text.slice(line.start + endInSource(line.runs, at), line.start + startInSource(line.runs, at + 1)));
  return [...line.text.matchAll(/\|/g)].map(({ index }) => index).filter((at) => !isEscaped(at));
}

function cellTexts(at: LetterLine): string[] {
  const { text } = at.line;
  const borders = [-1, ...bordersOf(at), text.length];
  return borders.slice(1).map((border, i) => text.slice(borders[i]! + 1, border).trim());
}

/** The cells of a row as lines: the title, its decision, then the fields with the labels that their heads are. Empty where it has no title. */
function cellLines(at: LetterLine, columns: readonly Column[], wordings: Wordings): Line[] {
  const { line } = at;
  const borders = [-1, ...bordersOf(at), line.text.length];
  const cells = columns.flatMap((column, i) => {
    const cell = column === 'number' || borders[i + 1] === undefined ? null : cellLine(line, borders[i]! + 1, borders[i + 1]!);
    return cell ? [{ column, line: readCell(cell, column, wordings) }] : [];
  });
  const of = (column: Column): Line[] => cells.filter((cell) => cell.column === column).slice(0, 1).map((cell) => cell.line);
  const fields = cells.filter(({ column }) => column !== 'title' && column !== 'decision').map((cell) => cell.line);
  return of('title').length > 0 ? [...of('title'), ...of('decision'), ...fields] : [];
}

function cellLine(line: Line, from: number, to: number): Line | null {
  const { text, runs } = sliceFolded(line, from, to);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  return {
    ...line, text, runs: runs.map((run) => ({ ...run, source: run.source - first.source })), start: line.start + first.source, length: endOfRun(last) - first.source,
    heading: 0, label: null, section: null, decision: null,
  };
}

function readCell(line: Line, column: Column, wordings: Wordings): Line {
  if (column === 'title' || column === 'decision') {
    const decision = column === 'title' ? readDecisionWord(line.text, wordings) : readDecisionBehind(line.text, 0, wordings);
    return { ...line, decision: decision && { ...decision, place: sourcePlace(line.runs, decision.start, decision.end) } };
  }
  return column === null || column === 'number' ? line : { ...line, label: { kind: column, start: 0, end: 0, isListed: true, place: span(0, 0) } };
}

function isDecisionCell({ decision, label }: Line): boolean {
  return label === null && decision !== null && decision.titleEnd === 0;
}
