import type { JoinLines } from './line-joins.ts';
import type { Piece } from './pieces.ts';

const SENTENCE_END = /[.!?:;]["”’)\]]{0,2}$/;
/** Lines that stand for themselves, however the lines around them are set. */
const OWN_LINE = /^(?:[•◦▪●○■□–*o-]|\(?\d{1,2}[.)])$|^(?:State\(s\)|Certification\(s\)\/Specialty:)/;
/** Signs that nobody sets but before an entry of a list. */
const BULLET = /^[•◦▪●○■□]/;
/** A line that ends a sentence this much before its full width ends a paragraph, too. */
const SHORT = 0.8;
/** No letter is set in columns narrower than this. */
const NARROW = 60;
/** Characters that are kept at hand of a text to which lines are joined, and those of which so many are cut off. */
const NEAR = 100;
const FAR = 1000;

/** The words of one place as a single line. */
export function oneLine(pieces: readonly Piece[], join: JoinLines): string {
  const written: string[] = [];
  let end = '';
  pieces.forEach((piece, i) => {
    end = append(end, pieces[i - 1], piece, join);
    if (end.length < FAR) return;
    // Who joins lines looks at the last word: of a long text the whole would be gone through at each line.
    written.push(end.slice(0, -NEAR));
    end = end.slice(-NEAR);
  });
  return written.join('') + end;
}

/** The words of one place as paragraphs: wrapped lines are joined, also over the end of a page. */
export function paragraphs(pieces: readonly Piece[], join: JoinLines): string[] {
  const width = pieces.reduce((most, { line }) => Math.max(most, line.text.length), 0);
  const groups: Piece[][] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    if (!before || (before.line !== piece.line && beginsParagraph(before, piece, width))) groups.push([piece]);
    else groups.at(-1)?.push(piece);
  });
  return groups.map((group) => oneLine(group, join));
}

/** The lines as they stood, those without a blank line between them as one group. */
export function separateLines(pieces: readonly Piece[], join: JoinLines): string[][] {
  const groups: Piece[][][] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const group = groups.at(-1);
    if (before && group && before.line === piece.line) group.at(-1)?.push(piece);
    else if (before && group && piece.line.row === before.line.row + 1 && piece.line.gap === 0 && !piece.line.newPage) group.push([piece]);
    else groups.push([[piece]]);
  });
  return groups.map((group) => group.map((line) => oneLine(line, join)));
}

function append(text: string, before: Piece | undefined, piece: Piece, join: JoinLines): string {
  if (!before) return piece.text;
  if (before.line !== piece.line) return join(text, piece.text);
  return before.start + before.text.length === piece.start ? text + piece.text : `${text} ${piece.text}`;
}

function beginsParagraph(before: Piece, piece: Piece, width: number): boolean {
  const opensLine = piece.start === piece.line.start;
  if (opensLine && (BULLET.test(piece.text) || (OWN_LINE.test(piece.text) && SENTENCE_END.test(before.text)))) return true;
  // Behind an entry of a list a line goes on with it where there was no more room, or where it begins in the middle of a sentence.
  if (opensLine && BULLET.test(before.line.text.slice(0, 1)) && isShort(before, piece, Math.max(width, NARROW)) && !/^\p{Ll}/u.test(piece.text)) return true;
  if (/^Certification\(s\)/.test(piece.text) && opensLine) return true;
  const ended = SENTENCE_END.test(before.text);
  if (piece.line.gap > 0 && !piece.line.newPage) return ended || !/^\p{Ll}/u.test(piece.text);
  return ended && isShort(before, piece, width);
}

/** The line was ended before its width, though the next word had still found room on it. */
function isShort(before: Piece, piece: Piece, width: number): boolean {
  return before.line.text.length + piece.text.length + 1 < width * SHORT;
}
