import type { Block, BlockDocument, FrontMatter } from '../../markdown/block.ts';
import { editorialMarks, type EditorialMark } from '../../markdown/editorial-marks.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift } from '../../markdown/span.ts';

/** Whether a block may hold what an editor writes about the text. */
export function mayBeMarked(block: Block): boolean {
  return block.text.includes('{');
}

const inBlock = keptBy((block: Block): readonly EditorialMark[] => (block.type === 'html' || (block.type === 'code' && !block.indented) ? [] : editorialMarks(block.text)));

const NONE: readonly EditorialMark[] = [];

/** What editors wrote into a letter about it, in its order; what a block holds is kept with it. Spans: offsets of the document. */
export function readMarks({ blocks, frontMatter, text }: BlockDocument): readonly EditorialMark[] {
  const found = frontMatter && mayHold(frontMatter) ? moved(editorialMarks(text.slice(frontMatter.span.start, frontMatter.span.end)), frontMatter.span.start) : [];
  for (const { block, start } of blocks) if (mayBeMarked(block)) found.push(...moved(inBlock(block), start));
  return found.length === 0 ? NONE : found;
}

function mayHold({ entries }: FrontMatter): boolean {
  return entries.some(({ value }) => (typeof value === 'string' ? [value] : value ?? []).some((each) => each.includes('{')));
}

function moved(marks: readonly EditorialMark[], by: number): EditorialMark[] {
  return marks.map((mark) => ({ ...mark, span: shift(mark.span, by) }));
}
