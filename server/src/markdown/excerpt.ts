import type { BlockDocument, PlacedBlock } from './block.ts';
import type { TextEdit } from './text-edit.ts';
import { applyEdit, blockAt } from './splice.ts';

/** Neighbouring blocks and the text that they stand in; offsets and lines count from the start of that text. */
export interface Excerpt {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  /** The document ends where the excerpt does. */
  readonly isEnd: boolean;
}

/** The blocks of an excerpt after an edit; null where more of the document has to be seen to tell. */
export type UpdateExcerpt = (old: Excerpt, edit: TextEdit, text: string) => readonly PlacedBlock[] | null;

/** So many blocks on both sides of an edit are looked at to begin with. */
const NEAR = 4;

/**
 * The blocks of a document after an edit, of which only the neighbourhood is looked at, and ever more of it as long as
 * `update` asks for more. Null where the whole document has to be seen.
 */
export function updateNearby(previous: BlockDocument, edit: TextEdit, update: UpdateExcerpt): readonly PlacedBlock[] | null {
  const { blocks } = previous;
  for (let reach = NEAR; ; reach *= 4) {
    const from = Math.max(0, blockAt(blocks, edit.start) - reach);
    const to = Math.min(blocks.length, blockAt(blocks, edit.end) + reach);
    const first = blocks[from];
    if (!first || first.start > edit.start) return null;
    const old = excerpt(previous, from, to);
    const inside = { start: edit.start - first.start, end: edit.end - first.start, newText: edit.newText };
    const fresh = update(old, inside, applyEdit(old.text, inside));
    if (fresh) return putBack(blocks, from, to, fresh, edit.newText.length - (edit.end - edit.start));
    if (from === 0 && to === blocks.length) return null;
  }
}

function excerpt({ text, blocks }: BlockDocument, from: number, to: number): Excerpt {
  const { start, line } = blocks[from]!;
  const isEnd = to === blocks.length;
  const own = blocks.slice(from, to).map((placed) => move(placed, -start, -line));
  return { text: text.slice(start, isEnd ? text.length : blocks[to]!.start), blocks: own, isEnd };
}

/** An excerpt that is followed by more ends with a block that is as it was: by its line the rest is moved. */
function putBack(blocks: readonly PlacedBlock[], from: number, to: number, fresh: readonly PlacedBlock[], by: number): PlacedBlock[] {
  const { start, line } = blocks[from]!;
  const joined = blocks.slice(0, from);
  fresh.forEach((placed, i) => joined.push(moveOrKeep(placed, start, line, blocks[from + i])));
  const lines = (joined.at(-1)?.line ?? 0) - (blocks[to - 1]?.line ?? 0);
  for (let index = to; index < blocks.length; index++) joined.push(move(blocks[index]!, by, lines));
  return joined;
}

/** What stands where it stood stays the same object, so that one look tells that it did. */
function moveOrKeep(placed: PlacedBlock, by: number, lines: number, before: PlacedBlock | undefined): PlacedBlock {
  const isKept = before?.block === placed.block && before.start === placed.start + by && before.line === placed.line + lines;
  return isKept ? before : move(placed, by, lines);
}

function move({ block, start, line }: PlacedBlock, by: number, lines: number): PlacedBlock {
  return { block, start: start + by, line: line + lines };
}
