import type { BlockDocument, PlacedBlock, TextEdit } from './block.ts';
import { plainBlock } from './new-block.ts';
import { countLineBreaks } from './source-lines.ts';
import { blockAt, joinBlocks, updateOneByOne } from './splice.ts';

/**
 * Reads a text that isn't Markdown: a paragraph for each run of lines that hold something visible. A form feed ends a
 * line and a run, as a page break does; no block contains one. Any text gives a document; nothing throws.
 */
export function plainBlocks(text: string): BlockDocument {
  return plainDocument(text, placeRuns(text, 0, 0));
}

/** As `updateBlocks`, for a document of `plainBlocks`. */
export function updatePlainBlocks(previous: BlockDocument, edits: TextEdit | readonly TextEdit[], newText: string): BlockDocument {
  return updateOneByOne(previous, edits, newText, updateOnce, plainBlocks);
}

function plainDocument(text: string, blocks: readonly PlacedBlock[]): BlockDocument {
  return { text, frontMatter: null, blocks, definitions: [] };
}

/** A run depends on nothing before it, so reading starts again at the run before the edit and ends where an old run starts. */
function updateOnce(previous: BlockDocument, edit: TextEdit, text: string): BlockDocument {
  const { blocks } = previous;
  const from = Math.max(0, blockAt(blocks, edit.start) - 2);
  const first = blocks[from];
  const stands = first !== undefined && first.start < edit.start;
  const by = edit.newText.length - (edit.end - edit.start);
  const newEnd = edit.start + edit.newText.length;
  let rest = { index: blocks.length, lines: 0 };

  const fresh = placeRuns(text, stands ? first.start : 0, stands ? first.line : 0, (start, line) => {
    if (start < newEnd) return false;
    const index = blockAt(blocks, start - by);
    const old = blocks[index];
    if (old?.start !== start - by || old.start < edit.end) return false;
    rest = { index, lines: line - old.line };
    return true;
  });
  return plainDocument(text, joinBlocks(previous, { text, blocks: fresh }, stands ? from : 0, rest.index, { offset: by, lines: rest.lines }));
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
