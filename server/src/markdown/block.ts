import type { RootContent } from 'mdast';
import type { SourceText } from './source-text.ts';

/**
 * One top-level Markdown block. A block never changes and knows nothing of where it stands: all its
 * offsets count from its own start, so an edit above it leaves it the same object and whatever was
 * computed from it stays valid (keep such results by the block: `keptBy`).
 */
export interface Block {
  /** The mdast type of the block: heading, paragraph, list, blockquote, code, html, thematicBreak, definition … */
  readonly type: RootContent['type'];
  /** The source text, from the first character of the block to its last. */
  readonly text: string;
  /** Heading depth 1 to 6; absent on other blocks. */
  readonly depth?: number;
  /** A code block that is indented rather than fenced: pasted letters are full of them and mean plain text. */
  readonly indented?: boolean;
  /** Lists, quotations and whatever else was too long or nested too deep to be told apart: its lines are plain words. */
  readonly unparsed?: boolean;
  /** The mdast node, its positions counted from the block's start (offset 0, line 1, column 1). Read when it is first asked for. */
  readonly node: RootContent;
}

/** A block and where it stands in the document. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first character in the document. */
  readonly start: number;
  /** Line of the block's first character, from 0. */
  readonly line: number;
}

/** One front matter key with the place of its key and of its value, in offsets of the document. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: { readonly start: number; readonly end: number };
  /** A scalar as it is written (dates are not interpreted), or the strings of a list. */
  readonly value: string | readonly string[] | null;
  readonly valueSpan: { readonly start: number; readonly end: number };
  /** For a list: the place of each string. */
  readonly itemSpans?: readonly { readonly start: number; readonly end: number }[];
}

export interface FrontMatter {
  /** From the opening to the closing fence, both included. */
  readonly span: { readonly start: number; readonly end: number };
  readonly entries: readonly FrontMatterEntry[];
  /** What YAML could not read, in a sentence for the reviewer. */
  readonly errors: readonly { readonly message: string; readonly span: { readonly start: number; readonly end: number } }[];
}

/** A document as blocks. `text` is the whole source, never stripped. */
export interface BlockDocument {
  readonly text: SourceText;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly PlacedBlock[];
  /** The normalised labels of all link definitions, each once, sorted: what `[label]` may refer to. */
  readonly definitions: readonly string[];
}
