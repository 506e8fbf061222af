import type { TextEdit } from './text-edit.ts';

/**
 * A text of which only what is asked for need be at hand. Every string is one. A text that is being edited is kept in
 * pieces: to put all of a long letter into one string again would be the most of what a keystroke costs.
 */
export interface SourceText {
  readonly length: number;
  charCodeAt(offset: number): number;
  /** `start` and `end` are offsets from 0 to the text's length. */
  slice(start: number, end?: number): string;
  /** The whole text as a string; for what isn't done at every keystroke. */
  toString(): string;
}

/** Longer texts are kept in pieces of about this length. Short enough to copy without notice, and long enough to be few. */
const PIECE = 4096;

/** The text after an edit that lies within it. Copies nothing but the pieces that the edit touches. */
export function editText(text: SourceText, edit: TextEdit): SourceText {
  return text instanceof PiecedText ? text.edit(edit) : new PiecedText(cut(text.toString())).edit(edit);
}

class PiecedText implements SourceText {
  readonly length: number;
  readonly #pieces: readonly string[];
  /** The offset of each piece, ascending. */
  readonly #starts: readonly number[];
  #whole: string | undefined;

  constructor(pieces: readonly string[]) {
    let length = 0;
    this.#pieces = pieces;
    this.#starts = pieces.map((piece) => (length += piece.length) - piece.length);
    this.length = length;
  }

  charCodeAt(offset: number): number {
    const at = this.#pieceAt(offset);
    return this.#pieces[at]!.charCodeAt(offset - this.#starts[at]!);
  }

  slice(start: number, end = this.length): string {
    let part = '';
    for (let at = this.#pieceAt(start); at < this.#pieces.length && this.#starts[at]! < end; at++) {
      const from = this.#starts[at]!;
      part += this.#pieces[at]!.slice(Math.max(0, start - from), end - from);
    }
    return part;
  }

  toString(): string {
    return this.#whole ??= this.#pieces.join('');
  }

  edit({ start, end, newText }: TextEdit): PiecedText {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end);
    const before = this.#pieces[first]!.slice(0, start - this.#starts[first]!);
    const after = this.#pieces[last]!.slice(end - this.#starts[last]!);
    return new PiecedText([...this.#pieces.slice(0, first), ...cut(before + newText + after), ...this.#pieces.slice(last + 1)]);
  }

  /** The last piece that starts at `offset` or before. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Pieces of a text, at least one. A piece that is being typed in grows to twice the length before it is cut. */
function cut(text: string): string[] {
  if (text.length < 2 * PIECE) return [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}
