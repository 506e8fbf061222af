import type { FoldingRange } from 'vscode-languageserver-types';
import { positionAt } from '../markdown/line-index.ts';
import { shift, type Span } from '../markdown/span.ts';
import { wordsOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { sectionWords } from './section-extent.ts';

/** What can be folded: the front matter, sections, items, and rationales of more than one line. */
export function foldingRanges(letter: Letter): FoldingRange[] {
  const { frontMatter, sections, items } = letter.determination;
  const places: Span[] = [
    ...(frontMatter ? [frontMatter.span] : []),
    ...sections.map((section) => sectionWords(letter, section)),
    ...items.map((item) => wordsOf(letter, item)),
    ...items.flatMap(({ start, reading: { rationale } }) =>
      rationale ? [shift({ start: rationale.label.start, end: Math.max(rationale.label.end, rationale.prose.span.end) }, start)] : []),
  ];
  return places.flatMap((place) => {
    const startLine = positionAt(letter.lines, place.start).line;
    const endLine = positionAt(letter.lines, place.end).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
