import type { Citation } from '../../server/src/guidelines/guideline.ts';

const MARKS: readonly (readonly [open: string, close: string, what: string])[] = [
  ['⟦', '⟧', 'citation'], ['⟨', '⟩', 'title'], ['{', '}', 'year'], ['«', '»', 'section'], ['‹', '›', 'pages'],
];

/** A text without its marks, and what they stood around, as "what: start-end words". */
export function readMarked(marked: string): { text: string; places: string[] } {
  let text = '';
  const open: number[] = [];
  const places: string[] = [];
  for (const sign of marked) {
    const mark = MARKS.find(([opens, closes]) => sign === opens || sign === closes);
    if (!mark) text += sign;
    else if (sign === mark[0]) open.push(text.length);
    else places.push(place(mark[2], text, open.pop()!, text.length));
  }
  return { text, places: places.sort() };
}

/** The same of citations that were read. */
export function placesOf(text: string, citations: readonly Citation[]): string[] {
  return citations.flatMap(({ span, title, year, sections, pages }) => [
    place('citation', text, span.start, span.end),
    ...(title ? [place('title', text, title.span.start, title.span.end)] : []),
    ...(year ? [place('year', text, year.span.start, year.span.end)] : []),
    ...sections.map((section) => place('section', text, section.span.start, section.span.end)),
    ...pages.map((pages) => place('pages', text, pages.span.start, pages.span.end)),
  ]).sort();
}

function place(what: string, text: string, start: number, end: number): string {
  return `${what}: ${start}-${end} ${text.slice(start, end)}`;
}
