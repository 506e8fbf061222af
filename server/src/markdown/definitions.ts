import type { Node } from 'mdast';
import type { Block } from './block.ts';

const MAY_HOLD_DEFINITIONS = new Set<Block['type']>(['definition', 'list', 'blockquote']);

/** The normalised labels that a block defines, in any order. Quotes and lists may hold definitions too. */
export function definitionsOf(block: Block): string[] {
  if (!MAY_HOLD_DEFINITIONS.has(block.type) || !block.text.includes(']:')) return [];
  const labels: string[] = [];
  const pending: Node[] = [block.node];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition' && 'identifier' in node) labels.push(String(node.identifier));
    if ('children' in node) pending.push(...(node.children as Node[]));
  }
  return labels;
}
