import type { BlockDocument, FrontMatter, PlacedBlock, TextEdit } from './block.ts';
import { definitionsOf } from './definitions.ts';
import { standsAlone } from './flow.ts';
import { locateFrontMatter, readFrontMatter } from './front-matter.ts';
import { bodyStart, parseBlocks, placeBlocks } from './parse.ts';
import { afterIndent, beforeIndent, countLineBreaks, isBlankLine, nextLine, previousLine, startsLine } from './source-lines.ts';
import { blockAt, joinBlocks, updateOneByOne } from './splice.ts';

/**
 * The document after some edits, the same as `parseBlocks(newText)` would give; only the blocks that the edits touch, and
 * at times a neighbour, are read again. Blocks that stay are the same objects.
 *
 * `edits` apply one after another, as LSP sends them: each counts in the text that the one before left. `newText` is the
 * text after all of them; should it not fit the edits, it is read afresh.
 */
export function updateBlocks(previous: BlockDocument, edits: TextEdit | readonly TextEdit[], newText: string): BlockDocument {
  return updateOneByOne(previous, edits, newText, updateOnce, parseBlocks);
}

function updateOnce(previous: BlockDocument, edit: TextEdit, text: string): BlockDocument {
  const frontMatter = updateFrontMatter(previous, edit, text);
  const restart = restartOf(previous, edit, text, frontMatter);
  const by = edit.newText.length - (edit.end - edit.start);
  const newEnd = edit.start + edit.newText.length;
  const oldBody = bodyStart(previous.text, previous.frontMatter);
  let rest = { index: previous.blocks.length, lines: 0 };

  const fresh = placeBlocks(text, restart.offset, restart.line, previous.definitions, (at, line) => {
    if (at < newEnd || at - by < oldBody) return false;
    const index = freshBlockOnLine(previous, at - by);
    if (index === null) return false;
    rest = { index, lines: line - (previous.blocks[index]?.line ?? 0) };
    return true;
  });

  const replaced = previous.blocks.slice(restart.index, rest.index);
  if (labelsOf(replaced) !== labelsOf(fresh)) return parseBlocks(text);
  const blocks = joinBlocks(previous, { text, blocks: fresh }, restart.index, rest.index, { offset: by, lines: rest.lines });
  return { text, frontMatter, blocks, definitions: previous.definitions };
}

/** The front matter, the same object where the edit is behind it. */
function updateFrontMatter(previous: BlockDocument, edit: TextEdit, text: string): FrontMatter | null {
  const old = previous.frontMatter;
  const place = locateFrontMatter(text);
  const untouched = old && place && place.start === old.span.start && place.end === old.span.end
    && edit.start >= bodyStart(previous.text, old) && bodyStart(text, old) === bodyStart(previous.text, old);
  return untouched ? old : readFrontMatter(text);
}

interface Restart {
  /** Blocks before this one stay. */
  readonly index: number;
  /** A fresh place in both the old and the new text, and its line. */
  readonly offset: number;
  readonly line: number;
}

/** The last fresh place before the edit that the edit can't make stale. */
function restartOf(previous: BlockDocument, edit: TextEdit, text: string, frontMatter: FrontMatter | null): Restart {
  const { blocks } = previous;
  if (frontMatter === previous.frontMatter) {
    for (let index = blockAt(blocks, edit.start + 1) - 1; index > 0; index--) {
      const restart = restartAfter(previous, index, edit, text);
      if (restart) return restart;
    }
  }
  const offset = bodyStart(text, frontMatter);
  return { index: 0, offset, line: countLineBreaks(text, 0, offset) };
}

/**
 * The blank line after block `index - 1` is a fresh place if the edit is behind it, unless the line that follows has to do
 * with where the block ends: then it must be as before.
 */
function restartAfter({ text: oldText, blocks }: BlockDocument, index: number, edit: TextEdit, text: string): Restart | null {
  const before = blocks[index - 1];
  const after = blocks[index];
  if (!before || !after) return null;
  const { block, start, line } = before;
  const end = start + block.text.length;
  const blank = startsLine(oldText, end) ? end : nextLine(oldText, end); // open code in a quote ends with its line break
  if (!isBlankLine(oldText, blank) || nextLine(oldText, blank) > edit.start) return null;
  let next = blank;
  while (next < text.length && isBlankLine(text, next)) next = nextLine(text, next);
  const standAlone = standsAlone(text, next) && standsAlone(oldText, beforeIndent(oldText, after.start));
  const changed = nextLine(text, next) > edit.start;
  if (!standAlone && (block.indented || (block.type === 'list' && changed))) return null;
  return { index, offset: blank, line: line + countLineBreaks(oldText, start, blank) };
}

/** The index of the block that starts on the line at `lineStart`, if that is a fresh place; null if not. */
function freshBlockOnLine({ text, blocks }: BlockDocument, lineStart: number): number | null {
  if (!startsLine(text, lineStart)) return null;
  const index = blockAt(blocks, lineStart);
  const placed = blocks[index];
  if (!placed || afterIndent(text, lineStart) < placed.start) return null;
  const before = blocks[index - 1]?.block;
  if (!before || before.type === 'heading') return index;
  if (before.indented && !standsAlone(text, lineStart)) return null;
  return isBlankLine(text, previousLine(text, lineStart)) ? index : null;
}

function labelsOf(blocks: readonly PlacedBlock[]): string {
  return blocks.flatMap(({ block }) => definitionsOf(block)).sort().join('\n');
}
