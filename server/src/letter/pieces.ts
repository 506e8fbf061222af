import { readAs } from '../markdown/characters.ts';
import type { Sliced } from '../markdown/sliced.ts';
import { HEAD, type Claims } from './claims.ts';
import type { TextLine } from './text-lines.ts';

/** A word of the published text, or a part of one where two places meet in it ("Knee brace:Upheld"). */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly line: TextLine;
  /** Where it goes in the draft; null: nowhere. */
  readonly place: string | null;
}

const WORDS = /[\p{L}\p{N}]/u;

/**
 * The text word by word, each with its place. What nothing claimed, but stands between two words of the same place, is of that
 * place; so is the bare punctuation beside a claimed word, which the draft sets itself.
 */
export function* piecesOf(lines: readonly TextLine[], claims: Claims): Sliced<Piece[]> {
  const pieces: Piece[] = [];
  for (const [i, line] of lines.entries()) {
    for (const { 0: word, index } of line.text.matchAll(/\S+/g)) pieces.push(...cut(word, line.start + index, line, claims));
    if (i % LINES_AT_ONCE === 0) yield;
  }
  return fillGaps(pieces);
}

const LINES_AT_ONCE = 500;

function cut(word: string, start: number, line: TextLine, claims: Claims): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (let i = 1; i <= word.length; i++) {
    const place = claims.ownerOf(start + from);
    // What nobody sees stays with the words before it: a soft hyphen at a line's end says how to go on.
    if (i < word.length && (claims.ownerOf(start + i) === place || readAs(word.charAt(i)) === '')) continue;
    parts.push({ text: word.slice(from, i), start: start + from, line, place });
    from = i;
  }
  return parts.length === 1 ? parts : parts.filter(({ place, text }) => place !== null || WORDS.test(text));
}

/** The place to the left is looked up on the way, the one to the right beforehand. */
function fillGaps(pieces: readonly Piece[]): Piece[] {
  const next: (string | null)[] = [];
  let right: string | null = null;
  for (let i = pieces.length - 1; i >= 0; i--) {
    next[i] = right;
    const place = pieces[i]?.place ?? null;
    if (place !== null) right = place;
  }
  let left: string | null = null;
  return pieces.map((piece, i) => {
    if (piece.place === null) return left !== null && left !== HEAD && left === next[i] ? { ...piece, place: left } : piece;
    left = piece.place;
    return piece;
  });
}
