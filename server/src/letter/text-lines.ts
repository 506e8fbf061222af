import type { LetterLine } from '../determination/reading/letter-lines.ts';

/** One visible line of a published text. */
export interface TextLine {
  /** Without white space at either end. */
  readonly text: string;
  /** Counts the visible lines, page marks among them. */
  readonly row: number;
  /** Offset of its first visible character. */
  readonly start: number;
  /** Blank lines above it, beyond those that every line of this text has. */
  readonly gap: number;
  /** A form feed stands between it and the line above. */
  readonly newPage: boolean;
}

const LINE_BREAK = /\r\n|[\n\r\f]/g;

/** The visible lines of a text. `read`: the lines that the letter's reader sees, which knows how the text is spaced. */
export function textLines(text: string, read: readonly LetterLine[]): TextLine[] {
  const gaps = new Map(read.map(({ start, gap }) => [start, gap]));
  const lines: TextLine[] = [];
  let blank = 0;
  let newPage = false;
  let at = 0;
  const take = (end: number): void => {
    const raw = text.slice(at, end);
    const words = raw.trim();
    if (words === '') {
      blank++;
      return;
    }
    const start = at + raw.length - raw.trimStart().length;
    lines.push({ text: words, row: lines.length, start, gap: gaps.get(start) ?? blank, newPage });
    blank = 0;
    newPage = false;
  };
  for (const match of text.matchAll(LINE_BREAK)) {
    take(match.index);
    if (match[0] === '\f') newPage = true;
    at = match.index + match[0].length;
  }
  take(text.length);
  return lines;
}
