import type { Node, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { locateFrontMatter } from '../../server/src/markdown/front-matter.ts';

/**
 * What remark makes of a whole text at once: the yardstick. The front matter is blanked out, each character for a
 * space; remark counts a byte order mark in front as nothing, here it counts as a character.
 */
export function wholeParse(text: string): RootContent[] {
  const head = locateFrontMatter(text);
  const from = head?.start ?? 0;
  const blanked = text.slice(0, from) + text.slice(from, head?.end ?? 0).replace(/[^\r\n]/g, ' ') + text.slice(head?.end ?? 0);
  const root = unified().use(remarkParse).parse(blanked);
  if (text.startsWith('\uFEFF')) countMark(root);
  return root.children;
}

function countMark(node: Node): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.offset = (point.offset ?? 0) + 1;
    if (point.line === 1) point.column += 1;
  }
  if ('children' in node) for (const child of node.children as Node[]) countMark(child);
}
