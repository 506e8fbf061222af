import type { Block, BlockDocument, PlacedBlock } from '../../markdown/block.ts';
import type { Sliced } from '../../markdown/sliced.ts';
import { linesInSlices, readLines, type Line } from './lines.ts';
import type { Wordings } from './wordings.ts';

/** A line and where it stands in the letter. */
export interface LetterLine {
  readonly line: Line;
  readonly block: Block;
  /** Offset of the line's text in the document. */
  readonly start: number;
  /** Line of the document, from 0. */
  readonly row: number;
  /** Blank lines above it, beyond those that every line of this text has ("spaced" extracts); a paragraph begins where it is more than 0. */
  readonly gap: number;
}

/** The lines of a document. What was read of a block is kept with the block: use it for one kind of text. */
export interface LineReader {
  /** All of them; `spaced`: a blank line stands behind each, and counts for none. */
  readonly all: (document: BlockDocument, markdown: boolean) => { readonly lines: readonly LetterLine[]; readonly spaced: boolean };
  /** Reads them, with stops, so that they are there at once afterwards. */
  readonly ahead: (document: BlockDocument, markdown: boolean) => Sliced<void>;
  /** Of Markdown, as the next one. */
  readonly ofBlock: (block: Block) => readonly Line[];
  /** Those of some blocks that follow one another. */
  readonly ofBlocks: (blocks: readonly PlacedBlock[]) => readonly LetterLine[];
}

export function createLineReader(wordings: Wordings): LineReader {
  const kept = new WeakMap<Block, readonly Line[]>();
  const linesOf = (block: Block, markdown: boolean): readonly Line[] => {
    let lines = kept.get(block);
    if (!lines) kept.set(block, (lines = readLines(block, wordings, markdown)));
    return lines;
  };
  const place = ({ block, start, line: row }: PlacedBlock, lines: LetterLine[], markdown: boolean): void => {
    for (const line of linesOf(block, markdown)) {
      const previous = lines.at(-1);
      const gap = previous ? row + line.row - previous.row - 1 : 1;
      lines.push({ line, block, start: start + line.start, row: row + line.row, gap });
    }
  };
  let before: Placed = { blocks: [], behind: [], lines: [] };
  const all: LineReader['all'] = ({ blocks }, markdown) => {
    // An edit leaves the blocks in front of it where they are, and so their lines.
    const same = sameInFront(before.blocks, blocks);
    const behind = before.behind.slice(0, same);
    const lines = before.lines.slice(0, behind.at(-1) ?? 0);
    for (let at = same; at < blocks.length; at++) {
      place(blocks[at]!, lines, markdown);
      behind.push(lines.length);
    }
    before = { blocks, behind, lines };
    const spaced = isSpaced(lines);
    return { spaced, lines: spaced ? lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - 1) })) : lines };
  };
  return {
    all,
    ahead: ({ blocks }, markdown) => readAhead(blocks, kept, (block) => linesInSlices(block, wordings, markdown)),
    ofBlock: (block) => linesOf(block, true),
    ofBlocks(blocks) {
      const lines: LetterLine[] = [];
      for (const block of blocks) place(block, lines, true);
      return lines;
    },
  };
}

function* readAhead(blocks: readonly PlacedBlock[], kept: WeakMap<Block, readonly Line[]>, read: (block: Block) => Sliced<readonly Line[]>): Sliced<void> {
  for (let i = 0; i < blocks.length; i++) {
    const { block } = blocks[i]!;
    if (!kept.has(block)) kept.set(block, yield* read(block));
    if (i % BLOCKS_AT_ONCE === 0) yield;
  }
}

/** Blocks whose lines are read between two stops. */
const BLOCKS_AT_ONCE = 50;

/** Placed blocks with their lines, those of block `i` up to `behind[i]`. */
interface Placed {
  readonly blocks: readonly PlacedBlock[];
  readonly behind: readonly number[];
  readonly lines: readonly LetterLine[];
}

function sameInFront(one: readonly PlacedBlock[], other: readonly PlacedBlock[]): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) same++;
  return same;
}

/** Lines that tell how a text is spaced. */
const SAMPLE = 120;

/**
 * Whether a blank line stands behind nearly every line. Text extracted so has no paragraphs of more than one line,
 * while a draft has long lines: only texts of short lines are asked.
 */
function isSpaced(all: readonly LetterLine[]): boolean {
  const lines = all.slice(0, SAMPLE);
  if (lines.length < 12) return false;
  const close = lines.filter((line) => line.gap === 0).length;
  const broken = lines.filter(({ line }, i) => i > 0 && isBroken(lines[i - 1]?.line, line)).length;
  return close < lines.length / 20 && broken > lines.length / 5;
}

/** Whether a sentence seems to go on from one line to the next. */
export function isBroken(before: Line | undefined, line: Line | undefined): boolean {
  return line !== undefined && /^[a-z(]/.test(line.text) && !/[.:!?]$/.test(before?.text ?? '.');
}
