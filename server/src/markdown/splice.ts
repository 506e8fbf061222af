import type { Block, BlockDocument, PlacedBlock } from './block.ts';
import type { TextEdit } from './text-edit.ts';
import { beforeIndent } from './source-lines.ts';
import { editText, type SourceText } from './source-text.ts';

type Update = (previous: BlockDocument, edit: TextEdit, newText: SourceText) => BlockDocument;

/** Applies edits one after another. `read` takes a text from scratch, for edits that don't lead to `newText`. */
export function updateOneByOne(
  previous: BlockDocument, edits: TextEdit | readonly TextEdit[], newText: SourceText, update: Update, read: (text: string) => BlockDocument,
): BlockDocument {
  const all = 'start' in edits ? [edits] : edits;
  let document = previous;
  for (const [index, edit] of all.entries()) {
    const length = document.text.length + edit.newText.length - (edit.end - edit.start);
    const isLast = index === all.length - 1;
    if (!fits(edit, document.text) || (isLast && length !== newText.length)) return read(newText.toString());
    document = update(document, edit, isLast ? newText : editText(document.text, edit));
  }
  return document;
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

function fits(edit: TextEdit, text: SourceText): boolean {
  return edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length;
}

/** The index of the first block that starts at `offset` or behind. */
export function blockAt(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Blocks, and the text in which their offsets count. */
export interface Blocks {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

/** The old blocks before `from`, the fresh ones, and the old ones from `to` on, moved. Fresh blocks that are as they were stay the old objects. */
export function joinBlocks(
  old: Blocks, fresh: Blocks, from: number, to: number, by: { readonly offset: number; readonly lines: number },
): PlacedBlock[] {
  const joined = old.blocks.slice(0, from);
  for (const placed of keepSameBlocks(old, fresh, from, to)) joined.push(placed);
  const still = by.offset === 0 && by.lines === 0;
  for (let index = to; index < old.blocks.length; index++) {
    const placed = old.blocks[index]!;
    joined.push(still ? placed : { block: placed.block, start: placed.start + by.offset, line: placed.line + by.lines });
  }
  return joined;
}

/** Compares the fresh blocks with the old ones they replace, from both ends. */
function keepSameBlocks(old: Blocks, fresh: Blocks, from: number, to: number): readonly PlacedBlock[] {
  const kept = [...fresh.blocks];
  const most = Math.min(kept.length, to - from);
  const keep = (at: number, oldAt: number): boolean => {
    const now = kept[at];
    const then = old.blocks[oldAt];
    if (!now || !then || !isSame(old.text, then, fresh.text, now)) return false;
    kept[at] = { block: then.block, start: now.start, line: now.line };
    return true;
  };
  let first = 0;
  while (first < most && keep(first, from + first)) first++;
  let last = 0;
  while (last < most - first && keep(kept.length - 1 - last, to - 1 - last)) last++;
  return kept;
}

/**
 * Two blocks of the same kind, words and indentation are the same. Not so lists and quotes: where code inside them ends
 * may hang on what comes next.
 */
function isSame(oldText: string, then: PlacedBlock, newText: string, now: PlacedBlock): boolean {
  const a: Block = then.block;
  const b: Block = now.block;
  if (a.type !== b.type || a.text !== b.text || a.depth !== b.depth || a.indented !== b.indented) return false;
  if (indentBefore(oldText, then.start) !== indentBefore(newText, now.start)) return false;
  return (a.type !== 'list' && a.type !== 'blockquote') || JSON.stringify(a.node) === JSON.stringify(b.node);
}

function indentBefore(text: string, start: number): string {
  return text.slice(beforeIndent(text, start), start);
}
