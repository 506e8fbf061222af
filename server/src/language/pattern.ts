import { readTokens } from './tokens.ts';

/** A part of a row's pattern. `min` and `max` say how often it may stand. */
export type PatternNode =
  | { readonly is: 'word'; readonly key: string }
  | { readonly is: 'list'; readonly list: string }
  | { readonly is: 'mention'; readonly kind: string }
  | { readonly is: 'number' }
  /** Up to `max` tokens; a near one stops before a comma, a semicolon, a colon, a dash or a bracket. */
  | { readonly is: 'gap'; readonly max: number; readonly far: boolean }
  | { readonly is: 'either'; readonly of: readonly Pattern[] }
  | { readonly is: 'slot'; readonly name: string; readonly of: Pattern }
  | { readonly is: 'times'; readonly min: number; readonly max: number; readonly of: PatternNode }
  /** What must not stand here. Takes no token. */
  | { readonly is: 'not'; readonly of: PatternNode }
  /** What must not stand right before. Takes no token. */
  | { readonly is: 'not-behind'; readonly of: PatternNode }
  | { readonly is: 'start' }
  | { readonly is: 'end' };

export type Pattern = readonly PatternNode[];

/** Something between blanks, or one of the signs that need none around them. */
const PIECE = /\{[a-z-]+:|[(){}|^$?*#!~,;:—]|\.{2,3}\d+|<[a-z-]+>|@[a-z-]+|[A-Za-z\d’'./-]+/g;
const WORD = /^[a-z\d]/i;

/**
 * Reads a pattern. Words stand for themselves whatever their case or number, `<list>` for a phrase of a list, `@drug` for something of a
 * vocabulary, `#` for a number in digits, `..5` for up to five words, `...9` for words and commas, `(a|b)` for either, `{of: …}` names
 * what is found, `?` and `*` say that the part before may be missing or repeated, `!` that a part must not follow, `~` that a word or a list must not stand right before, `^` and `$` are the
 * sentence's first and last place. Throws an error that says what can't be read.
 */
export function readPattern(text: string): Pattern {
  const pieces = text.match(PIECE) ?? [];
  if (pieces.join('') !== text.replace(/\s+/g, '')) throw new Error(`Part of the pattern can’t be read: ${text}`);
  const reader = new PatternReader(pieces);
  const pattern = reader.sequence();
  if (!reader.isAtEnd) throw new Error(`A bracket is closed that was not opened: ${text}`);
  return pattern;
}

class PatternReader {
  readonly #pieces: readonly string[];
  #at = 0;

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pieces.length;
  }

  sequence(): Pattern {
    const nodes: PatternNode[] = [];
    while (!this.isAtEnd && !/^[)}|]$/.test(this.#peek())) {
      const piece = this.#peek();
      if (WORD.test(piece)) nodes.push(...this.#words());
      else nodes.push(this.#element());
      this.#repeat(nodes);
    }
    return nodes;
  }

  /** A word may be several tokens: "doesn't", "non-certified". */
  #words(): PatternNode[] {
    const { keys } = readTokens(this.#take());
    return keys.map((key) => ({ is: 'word', key }));
  }

  #element(): PatternNode {
    const piece = this.#take();
    if (piece === '(') return { is: 'either', of: this.#alternatives(')') };
    if (piece.startsWith('{')) return { is: 'slot', name: piece.slice(1, -1), of: this.#inSlot() };
    if (piece === '!') return { is: 'not', of: this.#single() };
    if (piece === '~') return { is: 'not-behind', of: this.#single() };
    if (piece === '#') return { is: 'number' };
    if (piece === '^') return { is: 'start' };
    if (piece === '$') return { is: 'end' };
    if (piece.startsWith('<')) return { is: 'list', list: piece.slice(1, -1) };
    if (piece.startsWith('@')) return { is: 'mention', kind: piece.slice(1) };
    if (piece.startsWith('...')) return { is: 'gap', max: Number(piece.slice(3)), far: true };
    if (piece.startsWith('..')) return { is: 'gap', max: Number(piece.slice(2)), far: false };
    if (/^[,;:—]$/.test(piece)) return { is: 'word', key: piece };
    throw new Error(`“${piece}” can’t stand there`);
  }

  #single(): PatternNode {
    const piece = this.#peek();
    if (!WORD.test(piece)) return this.#element();
    const [first, ...others] = this.#words();
    if (!first || others.length > 0) throw new Error(`“!” takes one word, not ${piece}`);
    return first;
  }

  #alternatives(close: string): Pattern[] {
    const of = [this.sequence()];
    while (this.#peek() === '|') {
      this.#take();
      of.push(this.sequence());
    }
    this.#close(close);
    return of;
  }

  #inSlot(): Pattern {
    const of = this.#alternatives('}');
    return of.length === 1 ? (of[0] ?? []) : [{ is: 'either', of }];
  }

  #close(close: string): void {
    if (this.#take() !== close) throw new Error(`“${close}” is missing`);
  }

  #repeat(nodes: PatternNode[]): void {
    const sign = this.#peek();
    if (sign !== '?' && sign !== '*') return;
    this.#take();
    const last = nodes.pop();
    if (last) nodes.push({ is: 'times', min: 0, max: sign === '?' ? 1 : MOST_REPEATED, of: last });
  }

  #peek(): string {
    return this.#pieces[this.#at] ?? '';
  }

  #take(): string {
    return this.#pieces[this.#at++] ?? '';
  }
}

/** So often a part with `*` may stand. */
const MOST_REPEATED = 6;
