import type { BlockDocument, FrontMatter, PlacedBlock } from './block.ts';
import { definitionsOf } from './definitions.ts';
import { readFrontMatter } from './front-matter.ts';
import { readBlocks } from './flow.ts';
import { countLineBreaks, isBlankLine, nextLine } from './source-lines.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads a whole Markdown text into its front matter and blocks. Any text gives a document; nothing throws. */
export function parseBlocks(text: string): BlockDocument {
  const frontMatter = readFrontMatter(text);
  const body = bodyStart(text, frontMatter);
  const line = countLineBreaks(text, 0, body);
  const blocks = placeBlocks(text, body, line, []);
  const definitions = [...new Set(blocks.flatMap(({ block }) => definitionsOf(block)))].sort();
  if (definitions.length === 0) return { text, frontMatter, blocks, definitions };
  return { text, frontMatter, blocks: placeBlocks(text, body, line, definitions), definitions };
}

/** Offset behind a byte order mark and the front matter: where the Markdown starts. */
export function bodyStart(text: string, frontMatter: Pick<FrontMatter, 'span'> | null): number {
  if (frontMatter) return nextLine(text, frontMatter.span.end);
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

/**
 * The blocks from a fresh place to the end, or to where `stop` says so: it is asked at each fresh place, with the
 * offset and line of the line that comes next.
 */
export function placeBlocks(
  text: string, from: number, fromLine: number, definitions: readonly string[], stop?: (at: number, line: number) => boolean,
): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let at = from;
  let line = fromLine;
  for (;;) {
    while (at < text.length && isBlankLine(text, at)) {
      at = nextLine(text, at);
      line++;
    }
    if (at >= text.length || stop?.(at, line)) return placed;
    const found = readBlocks(text, at, definitions);
    for (const { block, start } of found.blocks) {
      // A heading that is underlined begins, for remark, with the definitions right above it: that is before what was placed last.
      line += start >= at ? countLineBreaks(text, at, start) : -countLineBreaks(text, start, at);
      at = start;
      placed.push({ block, start, line });
    }
    line += countLineBreaks(text, at, found.next);
    at = found.next;
  }
}
