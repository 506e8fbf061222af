import type { Block } from '../markdown/block.ts';
import type { SectionName } from './model.ts';
import { readDecisionWord, type DecisionWord } from './title-line.ts';
import { readLabel, readSection, type Label, type Wordings } from './wordings.ts';

/** One line of the letter's own words, and what it says of itself. Offsets count from the block's start. */
export interface Line {
  /** Without white space at either end. */
  readonly text: string;
  readonly start: number;
  /** Lines below the block's first. */
  readonly row: number;
  /** Depth of the heading that it is, or 0. */
  readonly heading: number;
  readonly label: Label | null;
  /** The section that it opens. */
  readonly section: SectionName | null;
  /** The decision at its end. */
  readonly decision: DecisionWord | null;
  /** The line stands behind a form feed. */
  readonly pageBreak: boolean;
}

/** A page number or the footer that the publisher prints on each page. */
const FOOTER = /^(?:Final Determination Letter for IMR Case Number\b.{0,100}|(?:Page )?\d{1,3}(?: of \d{1,3})?)$/i;
const COMMENT = /<!--[\s\S]*?-->/g;

/** Kinds of block whose text is the letter's own: code, quotations and comments are not. */
function isOwnWords(block: Block): boolean {
  if (block.type === 'code') return block.indented === true;
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'list' || block.type === 'table';
}

/** The lines of a block, without blank lines, footers and comments. Pure: keep the result by block. */
export function readLines(block: Block, wordings: Wordings): readonly Line[] {
  if (!isOwnWords(block)) return [];
  const source = block.text.includes('<!--') ? block.text.replace(COMMENT, (comment) => comment.replace(/[^\n\r]/g, ' ')) : block.text;
  const heading = block.depth ?? 0;
  const lines: Line[] = [];
  let at = 0;
  source.split(/\r\n|\n|\r/).forEach((raw, row, all) => {
    const line = readLine(raw, at, row, heading, wordings);
    // Only a setext heading has further lines, and its underline is none of its words.
    const underline = heading > 0 && row > 0 && row === all.length - 1 && /^(?:=+|-+)$/.test(line?.text ?? '');
    if (line && !underline && !FOOTER.test(line.text)) lines.push(line);
    at += raw.length;
    if (source.startsWith('\r\n', at)) at += 2;
    else at += 1;
  });
  return lines;
}

function readLine(raw: string, at: number, row: number, heading: number, wordings: Wordings): Line | null {
  const pageBreak = raw.includes('\f');
  let text = raw.trimEnd();
  if (heading > 0) text = text.replace(/(?:\s#+|\s)$/, '').trimEnd();
  const lead = /^\s*(?:#{1,6}(?:\s+|$))?/.exec(text)?.[0] ?? '';
  const start = heading > 0 ? lead.length : text.length - text.trimStart().length;
  text = text.slice(start);
  if (text === '') return null;
  const label = heading > 0 ? null : readLabel(text, wordings);
  const section = label ? null : readSection(text, heading > 0, wordings);
  return { text, start: at + start, row, heading, label, section, decision: label ? null : readDecisionWord(text, wordings), pageBreak };
}
