import type { TextLine } from './text-lines.ts';

const FOOTER = /^Final Determination Letter for IMR Case Number\s+([A-Z]{2}\d{2}-\d{4,8})\s*\d{0,3}$/i;
const COUNTED_PAGE = /^Page \d{1,3} of \d{1,3}$/i;
const NUMBER = /^(?:Page )?(\d{1,3})$/i;
/** No page has fewer lines: numbers that follow each other faster count something else. */
const SHORTEST_PAGE = 20;

/** The case number that the publisher prints at the foot of each page; null where there is none. */
export function caseNumberOfFooters(lines: readonly TextLine[]): string | null {
  for (const { text } of lines) {
    const number = FOOTER.exec(text)?.[1];
    if (number !== undefined) return number;
  }
  return null;
}

/**
 * The letter's own lines, without what belongs to the page: footers of this case, and page numbers. A number alone on its line
 * may be a quantity that was wrapped, so it is a page number only at the edge of a page, or where the pages are counted on.
 */
export function withoutPageMarks(lines: readonly TextLine[], caseNumber: string | null): TextLine[] {
  const isFooter = (line: TextLine | undefined): boolean => {
    const footer = line && FOOTER.exec(line.text);
    return footer ? footer[1] === caseNumber : COUNTED_PAGE.test(line?.text ?? '');
  };
  const counted = countedPages(lines);
  const isMark = (line: TextLine | undefined, i: number): boolean => {
    if (!line || isFooter(line)) return line !== undefined;
    const atEdge = line.newPage || lines[i + 1]?.newPage || isFooter(lines[i - 1]) || isFooter(lines[i + 1]);
    return NUMBER.test(line.text) && (atEdge === true || counted.has(line));
  };
  return lines.flatMap((line, i) => {
    if (isMark(line, i)) return [];
    return isMark(lines[i - 1], i - 1) ? [{ ...line, newPage: true }] : [line];
  });
}

/** Numbers alone on their lines that count up by one, each a page apart from the next. */
function countedPages(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const pages = new Set<TextLine>();
  let last: { readonly line: TextLine; readonly row: number; readonly value: number } | undefined;
  lines.forEach((line, row) => {
    const value = Number(NUMBER.exec(line.text)?.[1] ?? Number.NaN);
    if (Number.isNaN(value)) return;
    if (last && value === last.value + 1 && row - last.row >= SHORTEST_PAGE) {
      pages.add(last.line);
      pages.add(line);
    }
    last = { line, row, value };
  });
  return pages;
}
