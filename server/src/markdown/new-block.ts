import type { RootContent } from 'mdast';
import type { Block } from './block.ts';
import { htmlNode, moveToOrigin, plainParagraph, readMarkdown } from './remark.ts';

/**
 * Anything that gives a paragraph's words another meaning than their source: inline markup, entities, NUL (which
 * Markdown replaces), white space at a line's end or start (which Markdown drops).
 */
const INLINE_MARKUP = /[\0\\`*_[\]<&]|[ \t](?:[\r\n]|$)|[\r\n][ \t]/;

/** A block's node is read when somebody asks for it, and kept. */
class ReadBlock implements Block {
  readonly type: Block['type'];
  readonly text: string;
  declare readonly depth?: number;
  declare readonly indented?: boolean;
  declare readonly unparsed?: boolean;
  readonly #readNode: () => RootContent;
  #node: RootContent | null = null;

  constructor({ type, text, ...others }: Omit<Block, 'node'>, readNode: () => RootContent) {
    this.type = type;
    this.text = text;
    Object.assign(this, others);
    this.#readNode = readNode;
  }

  get node(): RootContent {
    return (this.#node ??= this.#readNode());
  }
}

/** A paragraph of which no line could begin anything else. `text` starts with its first visible character. */
export function paragraphBlock(text: string, definitions: readonly string[]): Block {
  return new ReadBlock({ type: 'paragraph', text }, () => (INLINE_MARKUP.test(text) ? readOne(text, definitions) : plainParagraph(text)));
}

/** A paragraph of a document that isn't Markdown. */
export function plainBlock(text: string): Block {
  return new ReadBlock({ type: 'paragraph', text }, () => plainParagraph(text));
}

/** Of which nothing is known but its lines, because it is too long or nested too deep. */
export function unparsedBlock(text: string): Block {
  return new ReadBlock({ type: 'paragraph', text, unparsed: true }, () => plainParagraph(text));
}

/** A heading of the kind `## Title`. */
export function headingBlock(text: string, depth: number, definitions: readonly string[]): Block {
  return new ReadBlock({ type: 'heading', text, depth }, () => readOne(text, definitions));
}

/** A list that begins at its line's start. */
export function listBlock(text: string, definitions: readonly string[]): Block {
  return new ReadBlock({ type: 'list', text }, () => readOne(text, definitions));
}

/** `indent` is the white space before an opening fence, which its content lines lose too; empty for indented code. */
export function codeBlock(text: string, indent: string, indented: boolean): Block {
  return new ReadBlock({ type: 'code', text, indented }, () => readOne(indent + text, []));
}

export function htmlBlock(text: string): Block {
  return new ReadBlock({ type: 'html', text }, () => htmlNode(text));
}

/** A block that remark has read. Takes over the node and moves it to the origin. */
export function blockOfNode(node: RootContent, text: string): Block {
  const known = { type: node.type, text };
  moveToOrigin(node);
  const read = (): RootContent => node;
  if (node.type === 'heading') return new ReadBlock({ ...known, depth: node.depth }, read);
  if (node.type === 'code') return new ReadBlock({ ...known, indented: !/^[`~]/.test(text) }, read);
  return new ReadBlock(known, read);
}

function readOne(source: string, definitions: readonly string[]): RootContent {
  const [node] = readMarkdown(source, definitions);
  return moveToOrigin(node ?? plainParagraph(source));
}
