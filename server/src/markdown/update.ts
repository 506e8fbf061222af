import type { Block, BlockDocument, FrontMatter, PlacedBlock } from './block.ts';
import type { TextEdit } from './text-edit.ts';
import { definitionsOf } from './definitions.ts';
import { updateNearby, type Excerpt } from './excerpt.ts';
import { standsAlone } from './line-marks.ts';
import { locateFrontMatter, readFrontMatter } from './front-matter.ts';
import { bodyStart, parseBlocks, placeBlocks } from './parse.ts';
import { afterIndent, beforeIndent, countLineBreaks, isBlankLine, nextLine, previousLine, startsLine } from './source-lines.ts';
import type { SourceText } from './source-text.ts';
import { blockAt, joinBlocks, updateOneByOne, type Blocks } from './splice.ts';

/**
 * The document after some edits, the same as `parseBlocks(newText)` would give; only the blocks that the edits touch, and
 * at times a neighbour, are read again. Blocks that stay are the same objects.
 *
 * `edits` apply one after another, as LSP sends them: each counts in the text that the one before left. `newText` is the
 * text after all of them; should it not fit the edits, it is read afresh.
 */
export function updateBlocks(previous: BlockDocument, edits: TextEdit | readonly TextEdit[], newText: SourceText): BlockDocument {
  return updateOneByOne(previous, edits, newText, updateOnce, parseBlocks);
}

function updateOnce(previous: BlockDocument, edit: TextEdit, text: SourceText): BlockDocument {
  const blocks = leavesFrontMatter(previous, edit)
    ? updateNearby(previous, edit, (old, inside, now) => updateExcerpt(old, inside, now, previous.definitions)) : null;
  return blocks ? { ...previous, text, blocks } : updateWhole(previous, edit, text.toString());
}

/** Whether there is front matter before and after the edit, the same, or none: so it is behind the first block's start, unless a fence waits for its like. */
function leavesFrontMatter({ text, frontMatter, blocks }: BlockDocument, edit: TextEdit): boolean {
  const first = blocks[0];
  return first !== undefined && edit.start > first.start && (frontMatter !== null || !/^\uFEFF?-/.test(text.slice(0, 2)));
}

function updateExcerpt(old: Excerpt, edit: TextEdit, text: string, definitions: readonly string[]): readonly PlacedBlock[] | null {
  const restart = lastRestart(old, edit, text);
  const read = restart && readAgain(old, edit, text, restart, definitions);
  return read && (read.resumed || old.isEnd) ? read.blocks : null;
}

function updateWhole(previous: BlockDocument, edit: TextEdit, text: string): BlockDocument {
  const old = { text: previous.text.toString(), blocks: previous.blocks };
  const frontMatter = updateFrontMatter(previous.frontMatter, old.text, edit, text);
  const body = bodyStart(text, frontMatter);
  const restart = (frontMatter === previous.frontMatter ? lastRestart(old, edit, text) : null)
    ?? { index: 0, offset: body, line: countLineBreaks(text, 0, body) };
  const read = readAgain(old, edit, text, restart, previous.definitions, bodyStart(old.text, previous.frontMatter));
  return read ? { text, frontMatter, blocks: read.blocks, definitions: previous.definitions } : parseBlocks(text);
}

/**
 * The blocks after an edit, read from `restart` to where an old block starts again: then they `resumed`, else all that is
 * behind was read. Null where the edit changes what is defined. `oldBody`: where the old Markdown starts.
 */
function readAgain(old: Blocks, edit: TextEdit, text: string, restart: Restart, definitions: readonly string[], oldBody = 0) {
  const by = edit.newText.length - (edit.end - edit.start);
  const newEnd = edit.start + edit.newText.length;
  let rest = { index: old.blocks.length, lines: 0 };

  const fresh = placeBlocks(text, restart.offset, restart.line, definitions, (at, line) => {
    if (at < newEnd || at - by < oldBody) return false;
    const index = freshBlockOnLine(old, at - by);
    if (index === null) return false;
    rest = { index, lines: line - (old.blocks[index]?.line ?? 0) };
    return true;
  });

  if (labelsOf(old.blocks.slice(restart.index, rest.index)) !== labelsOf(fresh)) return null;
  const blocks = joinBlocks(old, { text, blocks: fresh }, restart.index, rest.index, { offset: by, lines: rest.lines });
  return { blocks, resumed: rest.index < old.blocks.length };
}

/** The front matter, the same object where the edit is behind it. */
function updateFrontMatter(old: FrontMatter | null, oldText: string, edit: TextEdit, text: string): FrontMatter | null {
  const place = locateFrontMatter(text);
  const untouched = old && place && place.start === old.span.start && place.end === old.span.end
    && edit.start >= bodyStart(oldText, old) && bodyStart(text, old) === bodyStart(oldText, old);
  return untouched ? old : readFrontMatter(text);
}

interface Restart {
  /** Blocks before this one stay. */
  readonly index: number;
  /** A fresh place in both the old and the new text, and its line. */
  readonly offset: number;
  readonly line: number;
}

/** The last fresh place before the edit that the edit can't make stale; null where only the start of the Markdown is one. */
function lastRestart(old: Blocks, edit: TextEdit, text: string): Restart | null {
  for (let index = blockAt(old.blocks, edit.start + 1) - 1; index > 0; index--) {
    const restart = restartAfter(old, index, edit, text);
    if (restart) return restart;
  }
  return null;
}

/**
 * The blank line after block `index - 1` is a fresh place if the edit is behind it. After a list or code it is one only if
 * the blank lines are as they were, for such a block may end with them, and if the line behind them stands alone.
 */
function restartAfter({ text: oldText, blocks }: Blocks, index: number, edit: TextEdit, text: string): Restart | null {
  const before = blocks[index - 1];
  const after = blocks[index];
  if (!before || !after) return null;
  const { block, start, line } = before;
  const end = start + block.text.length;
  const blank = startsLine(oldText, end) ? end : nextLine(oldText, end); // open code in a quote ends with its line break
  if (!isBlankLine(oldText, blank) || nextLine(oldText, blank) > edit.start) return null;
  let next = blank;
  while (next < text.length && isBlankLine(text, next)) next = nextLine(text, next);
  const oldNext = beforeIndent(oldText, after.start);
  const standAlone = standsAlone(text, next) && standsAlone(oldText, oldNext);
  if (mayGoOn(block) && (!standAlone || edit.start <= oldNext)) return null;
  return { index, offset: blank, line: line + countLineBreaks(oldText, start, blank) };
}

/** The index of the block that starts on the line at `lineStart`, if that is a fresh place; null if not. */
function freshBlockOnLine({ text, blocks }: Blocks, lineStart: number): number | null {
  if (!startsLine(text, lineStart)) return null;
  const index = blockAt(blocks, lineStart);
  const placed = blocks[index];
  if (!placed || afterIndent(text, lineStart) < placed.start) return null;
  const before = blocks[index - 1]?.block;
  if (!before || before.type === 'heading') return index;
  if (mayGoOn(before) && !standsAlone(text, lineStart)) return null;
  return isBlankLine(text, previousLine(text, lineStart)) ? index : null;
}

/** A blank line doesn't end lists, indented code and what may hold them. Not even where another block follows do they leave it quite alone. */
function mayGoOn(block: Block): boolean {
  return block.type === 'list' || block.indented === true || block.unparsed === true;
}

function labelsOf(blocks: readonly PlacedBlock[]): string {
  return blocks.flatMap(({ block }) => definitionsOf(block)).sort().join('\n');
}
