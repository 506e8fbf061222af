import type { Html, Node, Paragraph, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { keptBy } from './kept-by.ts';
import { countLineBreaks } from './source-lines.ts';

const commonMark = unified().use(remarkParse).freeze();

/**
 * Reads a slice of Markdown that starts at a line's start and depends on nothing before it. Positions count from the
 * slice's start. `definitions` are the labels defined in the whole document, so that references in the slice resolve.
 *
 * The slice gets lines in front of it: definitions of those labels that it may refer to, and a blank one, without which a U+FEFF at the
 * slice's start would be taken for a byte order mark.
 */
export function readMarkdown(slice: string, definitions: readonly string[]): RootContent[] {
  const stubs = referredTo(slice, definitions).map((label) => `[${label}]: x\n`).join('');
  const lead = `${stubs}\n`;
  const nodes = commonMark.parse(lead + slice).children.filter((node) => startOf(node) >= lead.length);
  const leadLines = countLineBreaks(lead, 0, lead.length);
  for (const node of nodes) moveNode(node, { offset: -lead.length, line: -leadLines, column: 0 });
  return nodes;
}

const BRACKETED = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g;
/** Where a line of a quotation goes on. */
const QUOTED = /[\r\n][ \t>]*/g;
const known = keptBy((definitions: readonly string[]): ReadonlySet<string> => new Set(definitions));

/** Of some labels those that stand in brackets. */
function referredTo(slice: string, definitions: readonly string[]): string[] {
  if (definitions.length === 0 || !slice.includes('[')) return [];
  const labels = [slice, slice.replace(QUOTED, ' ')].flatMap((text) => [...text.matchAll(BRACKETED)].map(([, label = '']) => normalized(label)));
  return [...new Set(labels)].filter((label) => known(definitions).has(label));
}

/** As remark does it. */
function normalized(label: string): string {
  return label.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '').toLowerCase().toUpperCase().toLowerCase();
}

/** Where mdast says that a node starts, and ends: offsets of the text that was parsed. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}

export interface Move {
  readonly offset: number;
  readonly line: number;
  /** Applies to the line that the node starts on only: the others keep their columns. */
  readonly column: number;
}

/** Moves a node and all below it, in place. */
export function moveNode(node: Node, by: Move): void {
  const firstLine = node.position?.start.line ?? 1;
  const pending: Node[] = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const point of next.position ? [next.position.start, next.position.end] : []) {
      if (point.line === firstLine) point.column += by.column;
      point.line += by.line;
      point.offset = (point.offset ?? 0) + by.offset;
    }
    if ('children' in next) pending.push(...(next.children as Node[]));
  }
}

/** Moves a node so that it starts at offset 0, line 1, column 1. */
export function moveToOrigin(node: RootContent): RootContent {
  const start = node.position?.start;
  if (start) moveNode(node, { offset: -(start.offset ?? 0), line: 1 - start.line, column: 1 - start.column });
  return node;
}

/** A paragraph whose words are its source, letter for letter. */
export function plainParagraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: text, position: wholeOf(text) }], position: wholeOf(text) };
}

/** An HTML block: mdast keeps its source, with U+FFFD for NUL as everywhere. */
export function htmlNode(text: string): Html {
  return { type: 'html', value: text.replaceAll('\0', '\uFFFD'), position: wholeOf(text) };
}

function wholeOf(text: string) {
  const lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1 + countLineBreaks(text, 0, text.length), column: text.length - lastLine + 1, offset: text.length },
  };
}
