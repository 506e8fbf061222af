import type { RootContent } from 'mdast';
import type { BlockDocument } from './block.ts';
import { moveNode } from './remark.ts';
import { startOfLine } from './source-lines.ts';

/**
 * The nodes of all blocks as one parse of the text would give them, positions counted in the document: for whoever
 * wants a plain mdast tree. Copies; a document is never changed.
 */
export function nodesOf(document: BlockDocument): RootContent[] {
  const text = document.text.toString();
  return document.blocks.map(({ block, start, line }) => {
    const node = structuredClone(block.node);
    moveNode(node, { offset: start, line, column: start - startOfLine(text, start) });
    return node;
  });
}
