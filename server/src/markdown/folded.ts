import { endOfRun, sliceRuns, type Run } from './source-runs.ts';

/** Words as they are compared, and the way back to the source that they were read from. */
export interface Folded {
  readonly text: string;
  /** In order; what the source has between two of them was left out. Empty where `text` is. */
  readonly runs: readonly Run[];
}

/** A part of folded words, without white space at either end; its runs count from its own beginning. */
export function sliceFolded({ text, runs }: Folded, from: number, to: number): Folded {
  const part = text.slice(from, to);
  const words = part.trim();
  if (words === text) return { text, runs };
  const start = from + part.length - part.trimStart().length;
  return { text: words, runs: sliceRuns(runs, start, start + words.length) };
}

/** Puts folded words together. They are kept in pieces, and joined once: a field may be one long run of short lines. */
export class Folding {
  readonly #runs: Run[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last two characters. */
  #end = '';

  /** Also true at the very beginning, where no space is wanted either. */
  get endsInSpace(): boolean {
    return this.#end === '' || this.#end.endsWith(' ');
  }

  get length(): number {
    return this.#length;
  }

  /** The last two characters. */
  get end(): string {
    return this.#end;
  }

  /** Words that stand in the source from `source` on, for as many characters, or for `width` of them as a whole. A second space is left out. */
  take(words: string, source: number, width = words.length): void {
    if (words.startsWith(' ') && this.endsInSpace) {
      if (width === words.length) this.take(words.slice(1), source + 1);
      return;
    }
    if (words === '') return;
    this.#place(words, source, width);
    this.#add(words);
  }

  /** Words with their runs, counted as they shall be here. */
  append({ text, runs }: Folded, from: number): void {
    for (const run of runs) this.#runs.push({ ...run, at: run.at + this.#length, source: run.source + from });
    this.#add(text);
  }

  /** A space that stands for nothing in the source. */
  space(): void {
    if (!this.endsInSpace) this.#add(' ');
  }

  /** A line break that stands for nothing in the source. */
  lineBreak(): void {
    this.#add('\n');
  }

  /** What was put together, without white space at its end. */
  folded(): Folded {
    const whole = this.#pieces.join('');
    const text = whole.trimEnd();
    return { text, runs: text.length === whole.length ? this.#runs : sliceRuns(this.#runs, 0, text.length) };
  }

  #place(words: string, source: number, width: number): void {
    const last = this.#runs.at(-1);
    const isPlain = width === words.length;
    if (last && isPlain && last.width === undefined && endOfRun(last) === source && last.at + last.length === this.#length) {
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + words.length };
    } else this.#runs.push({ at: this.#length, source, length: words.length, ...(!isPlain && { width }) });
  }

  #add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#end = (this.#end + piece.slice(-2)).slice(-2);
  }
}
