import type { BlockDocument } from '../markdown/block.ts';
import type { TextEdit } from '../markdown/text-edit.ts';
import { parseBlocks } from '../markdown/parse.ts';
import { plainBlocks, updatePlainBlocks } from '../markdown/plain.ts';
import { updateBlocks } from '../markdown/update.ts';
import { indexLines, updateLineIndex, type LineIndex } from '../markdown/line-index.ts';
import { editText, type SourceText } from '../markdown/source-text.ts';
import type { TextKind } from '../determination/reading/read.ts';

/** A text with all that is kept up to date as it is edited. It is replaced, never changed. */
export interface Source {
  readonly kind: TextKind;
  readonly text: SourceText;
  readonly lines: LineIndex;
  readonly blocks: BlockDocument;
}

export function openSource(text: string, kind: TextKind): Source {
  const blocks = kind === 'markdown' ? parseBlocks(text) : plainBlocks(text);
  return { kind, text, lines: indexLines(text), blocks };
}

/** The source after one edit; what the edit doesn't touch is kept. */
export function editSource({ kind, text: before, lines, blocks }: Source, edit: TextEdit): Source {
  const text = editText(before, edit);
  const update = kind === 'markdown' ? updateBlocks : updatePlainBlocks;
  return { kind, text, lines: updateLineIndex(lines, edit, text), blocks: update(blocks, edit, text) };
}

/** `.txt` is plain text, everything else Markdown. */
export function kindOfFile(path: string): TextKind {
  return /\.txt$/i.test(path) ? 'plaintext' : 'markdown';
}
