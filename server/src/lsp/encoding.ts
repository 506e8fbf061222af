import type { Position } from 'vscode-languageserver';
import { lineEnd, type LineIndex } from '../markdown/line-index.ts';

/** How a client counts characters. The server itself counts in UTF-16 units, like every client that says nothing. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const KNOWN: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies Encoding[];

/** The first of a client's encodings, in its order of preference, that the server knows. */
export function preferred(offered: readonly string[] | undefined): Encoding {
  return offered?.find((name): name is Encoding => KNOWN.includes(name)) ?? 'utf-16';
}

/** A position that the client gave, as the server counts. One within a character is taken for the place before it. */
export function fromClient(lines: LineIndex, encoding: Encoding, { line, character }: Position): Position {
  return encoding === 'utf-16' ? { line, character } : { line, character: encodedLine(lines, encoding, line)?.unitsAt(character) ?? character };
}

/** The server's position as the client counts. */
export function forClient(lines: LineIndex, encoding: Encoding, { line, character }: Position): Position {
  return encoding === 'utf-16' ? { line, character } : { line, character: encodedLine(lines, encoding, line)?.lengthBefore(character) ?? character };
}

/** A line that was counted once. Its lengths are kept at every so many units, so that a place in a line of megabytes costs a few steps. */
class EncodedLine {
  readonly #text: string;
  readonly #weight: (text: string, at: number) => number;
  /** The encoded length before each STEP-th unit. */
  readonly #lengths: Uint32Array;

  constructor(text: string, encoding: Encoding) {
    this.#text = text;
    this.#weight = encoding === 'utf-8' ? bytesOf : charactersOf;
    this.#lengths = new Uint32Array(Math.floor(text.length / STEP) + 1);
    for (let at = 0, length = 0; at < text.length; at++) {
      if (at % STEP === 0) this.#lengths[at / STEP] = length;
      length += this.#weight(text, at);
      if ((at + 1) % STEP === 0) this.#lengths[(at + 1) / STEP] = length;
    }
  }

  lengthBefore(unit: number): number {
    const end = isWithinPair(this.#text, unit) ? unit - 1 : Math.min(unit, this.#text.length);
    const step = Math.floor(end / STEP);
    let length = this.#lengths[step] ?? 0;
    for (let at = step * STEP; at < end; at++) length += this.#weight(this.#text, at);
    return length;
  }

  unitsAt(length: number): number {
    const step = lastAtMost(this.#lengths, length);
    let at = step * STEP;
    for (let left = length - (this.#lengths[step] ?? 0); at < this.#text.length; at++) {
      left -= this.#weight(this.#text, at);
      if (left < 0) break;
    }
    return at;
  }
}

const STEP = 256;
/** The lines of a text that differ from their encoding; null for the others, which are most. */
const counted = { 'utf-8': new WeakMap<LineIndex, Counted>(), 'utf-32': new WeakMap<LineIndex, Counted>() };
type Counted = Map<number, EncodedLine | null>;

function encodedLine(lines: LineIndex, encoding: Exclude<Encoding, 'utf-16'>, line: number): EncodedLine | null {
  const start = lines.starts[line];
  if (start === undefined) return null;
  let known = counted[encoding].get(lines);
  if (!known) counted[encoding].set(lines, known = new Map());
  let encoded = known.get(line);
  if (encoded === undefined) {
    const text = lines.text.slice(start, lineEnd(lines, line));
    known.set(line, encoded = isPlain(text) ? null : new EncodedLine(text, encoding));
  }
  return encoded;
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A pair of surrogates counts at its first half. Half a pair alone counts like the sign that stands for it in UTF-8. */
function bytesOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isWithinPair(text, at)) return 0;
  return isWithinPair(text, at + 1) ? 4 : 3;
}

function charactersOf(text: string, at: number): number {
  return isWithinPair(text, at) ? 0 : 1;
}

function isWithinPair(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at), 0xdc00, 0xdfff) && isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff);
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}

/** The last place in an ascending list whose number is at most `most`. */
function lastAtMost(numbers: Uint32Array, most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
