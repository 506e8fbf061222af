import type { BlockDocument, PlacedBlock } from './block.ts';
import type { TextEdit } from './text-edit.ts';
import { updateNearby, type Excerpt } from './excerpt.ts';
import { plainBlock } from './new-block.ts';
import { countLineBreaks } from './source-lines.ts';
import type { SourceText } from './source-text.ts';
import { blockAt, joinBlocks, updateOneByOne, type Blocks } from './splice.ts';

/**
 * Reads a text that isn't Markdown: a paragraph for each run of lines that hold something visible. A form feed ends a
 * line and a run, as a page break does; no block contains one. Any text gives a document; nothing throws.
 */
export function plainBlocks(text: string): BlockDocument {
  return plainDocument(text, placeRuns(text, 0, 0));
}

/** As `updateBlocks`, for a document of `plainBlocks`. */
export function updatePlainBlocks(previous: BlockDocument, edits: TextEdit | readonly TextEdit[], newText: SourceText): BlockDocument {
  return updateOneByOne(previous, edits, newText, updateOnce, plainBlocks);
}

function plainDocument(text: SourceText, blocks: readonly PlacedBlock[]): BlockDocument {
  return { text, frontMatter: null, blocks, definitions: [] };
}

function updateOnce(previous: BlockDocument, edit: TextEdit, text: SourceText): BlockDocument {
  return plainDocument(text, updateNearby(previous, edit, updateExcerpt) ?? updateWhole(previous, edit, text.toString()));
}

function updateExcerpt(old: Excerpt, edit: TextEdit, text: string): readonly PlacedBlock[] | null {
  const { blocks, restarted, resumed } = readAgain(old, edit, text);
  return restarted && (resumed || old.isEnd) ? blocks : null;
}

function updateWhole({ text, blocks }: BlockDocument, edit: TextEdit, newText: string): readonly PlacedBlock[] {
  return readAgain({ text: text.toString(), blocks }, edit, newText).blocks;
}

/** A run depends on nothing before it, so reading starts again at the run before the edit and ends where an old run starts. */
function readAgain(old: Blocks, edit: TextEdit, text: string) {
  const from = Math.max(0, blockAt(old.blocks, edit.start) - 2);
  const first = old.blocks[from];
  const restarted = first !== undefined && first.start < edit.start;
  const by = edit.newText.length - (edit.end - edit.start);
  const newEnd = edit.start + edit.newText.length;
  let rest = { index: old.blocks.length, lines: 0 };

  const fresh = placeRuns(text, restarted ? first.start : 0, restarted ? first.line : 0, (start, line) => {
    if (start < newEnd) return false;
    const index = blockAt(old.blocks, start - by);
    const then = old.blocks[index];
    if (then?.start !== start - by || then.start < edit.end) return false;
    rest = { index, lines: line - then.line };
    return true;
  });
  const blocks = joinBlocks(old, { text, blocks: fresh }, restarted ? from : 0, rest.index, { offset: by, lines: rest.lines });
  return { blocks, restarted, resumed: rest.index < old.blocks.length };
}

const VISIBLE = /\S/g;
const LINE_BREAK = /\r\n|[\r\n\f]/g;

/** The runs from `from`, which is no place inside a run, to the end, or to where `stop` says so: it is asked at each run's start. */
function placeRuns(text: string, from: number, fromLine: number, stop?: (start: number, line: number) => boolean): PlacedBlock[] {
  const runs: PlacedBlock[] = [];
  let at = from;
  let line = fromLine;
  for (;;) {
    const start = indexOf(VISIBLE, text, at);
    line += countLineBreaks(text, at, start);
    if (start === text.length || stop?.(start, line)) return runs;
    const end = endOfRun(text, start);
    runs.push({ block: plainBlock(text.slice(start, end)), start, line });
    line += countLineBreaks(text, start, end);
    at = end;
  }
}

/** Offset behind the last visible character before a blank line or a form feed. */
function endOfRun(text: string, start: number): number {
  let end = start;
  for (let line = start; ;) {
    const lineEnd = indexOf(LINE_BREAK, text, line);
    const words = text.slice(line, lineEnd).trimEnd();
    if (words === '') return end;
    end = line + words.length;
    if (lineEnd === text.length || text[lineEnd] === '\f') return end;
    line = LINE_BREAK.lastIndex;
  }
}

/** Where a pattern next matches from `at` on, the text's end if nowhere. Leaves the pattern's lastIndex behind the match. */
function indexOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
