import { isWordCode, wordKey } from '../vocabulary/words.ts';
import { unabridged } from './shorthand.ts';

/** What a token is: a word, a number written in digits, or a mark of punctuation. */
export type TokenKind = 'word' | 'number' | 'mark';

/**
 * A sentence cut into tokens, in flat arrays. Token `i` is `text.slice(starts[i], ends[i])`, and `keys[i]` is the form that it is looked
 * up by: lower case, singular, "n't" and the "not" of "cannot" as `not`, "it's" and "he'll" as two words; a number as its digits; a mark
 * as itself, every dash as "—" and every quotation mark as '"'. Hyphens and slashes within words are no tokens: "non-certified" is `non` `certified`.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly keys: readonly string[];
  readonly kinds: readonly TokenKind[];
}

/** The beginnings of negated verbs that are no words by themselves. */
const BEFORE_NOT: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };
/** What is left of a verb behind an apostrophe. Behind other words than these "'s" is a possessive. */
const CONTRACTED: Readonly<Record<string, string>> = { ll: 'will', re: 'are', ve: 'have', m: 'am', d: 'would', s: 'is' };
const TAKES_IS = new Set(['he', 'she', 'it', 'that', 'there', 'this', 'who', 'what', 'here', 'where', 'which']);
/** "He's been", "she'd had": what stands behind a form of "have". */
const BEHIND_HAVE = /\s+(?:not |never |already |also |since |only )?(?:been|had|got|gone|tried|failed|completed|received)\b/y;
/** Marks that hold a word together or say nothing: emphasis, number signs, plus signs, per cent and the like. */
const SILENT_MARKS = new Set([42, 95, 35, 43, 38, 64, 126, 94, 96, 36, 37, 60, 62, 61, 124, 92]);
const MARKS: Readonly<Record<string, string>> = {
  '–': '—', '—': '—', '‒': '—', '―': '—', '“': '"', '”': '"', '"': '"', '«': '"', '»': '"', '[': '(', ']': ')', '{': '(', '}': ')', '…': '.',
};

/** Cuts a text into tokens. Linear in the text's length; never throws. */
export function readTokens(text: string): Tokens {
  const cut = new Cut(text);
  for (let at = 0; at < text.length;) at = cut.next(at);
  return cut;
}

/** What stands between a token and the word right before it, which is no token of its own: "-" in "PHQ-9", nothing in "A1"; null behind anything but a word. */
export function jointBefore({ text, starts, ends, kinds }: Tokens, at: number): string | null {
  return kinds[at - 1] === 'word' ? text.slice(ends[at - 1], starts[at]) : null;
}

class Cut implements Tokens {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly keys: string[] = [];
  readonly kinds: TokenKind[] = [];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Reads what stands at `at`, and says where the next begins. */
  next(at: number): number {
    const code = this.text.charCodeAt(at);
    if (!isWordCode(code)) return this.mark(at, code);
    return isDigit(code) ? this.number(at) : this.word(at);
  }

  /** Reads the word at `at`, and says where it ends. */
  word(at: number): number {
    const { text } = this;
    let end = at + 1;
    while (end < text.length && goesOn(text, end)) end++;
    const slashed = text.charCodeAt(end) === 47 && end === at + 1 ? this.#slashed(at) : null;
    if (slashed !== null) return slashed;
    const written = text.slice(at, end);
    const cut = negationEnd(written);
    const verb = cut > 0 ? null : contractedVerb(written);
    if (cut > 0) {
      const before = written.slice(0, cut).toLowerCase();
      this.#add(at, at + cut, BEFORE_NOT[before] ?? wordKey(before), 'word');
      this.#add(at + cut, end, 'not', 'word');
    } else if (verb) {
      this.#add(at, at + verb.from, wordKey(written.slice(0, verb.from)), 'word');
      this.#add(at + verb.from, end, standsForHave(verb.key, text, end) ?? verb.key, 'word');
    } else {
      this.#unglued(at, end);
    }
    return end;
  }

  /** "W/o", "w/in" and "w/": adds the word that they stand for, and says where they end; null for anything else. */
  #slashed(at: number): number | null {
    SLASHED.lastIndex = at;
    const match = SLASHED.exec(this.text);
    if (!match) return null;
    this.#add(at, SLASHED.lastIndex, WITH[match[1]?.toLowerCase() ?? ''] ?? 'with', 'word');
    return SLASHED.lastIndex;
  }

  /** Adds a word, or the two that ran together when the letter was copied: "notmedically", "medicallynecessary". */
  #unglued(at: number, end: number): void {
    const written = this.text.slice(at, end);
    const cut = gluedAt(written);
    if (cut > 0) this.#add(at, at + cut, wordKey(written.slice(0, cut)), 'word');
    if (cut > 0) this.#unglued(at + cut, end);
    else this.#add(at, end, unabridged(wordKey(written), this.keys.at(-1) ?? ''), 'word');
  }

  /** Reads the number at `at`: "12", "1,000", "4.5"; what is glued to it ("20mg", "2nd") is a word of its own. */
  number(at: number): number {
    const { text } = this;
    let end = at + 1;
    while (end < text.length && (isDigit(text.charCodeAt(end)) || (isPointOrComma(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))))) end++;
    this.#add(at, end, text.slice(at, end), 'number');
    return end;
  }

  /** Passes a character that is no part of a word, and says where the next begins. */
  mark(at: number, code: number): number {
    const { text } = this;
    if (code === 32 || SILENT_MARKS.has(code)) return at + 1;
    if (code === 45 || code === 47 || code === 39 || code === 0x2019 || code === 0x2018) return this.#joint(at, code);
    const character = text[at] ?? '';
    if (character.trim() !== '') this.#add(at, at + 1, MARKS[character] ?? character, 'mark');
    return at + 1;
  }

  /** A hyphen, slash or apostrophe: a mark only where a hyphen stands alone, as a dash. */
  #joint(at: number, code: number): number {
    const alone = code === 45 && !isWordCode(this.text.charCodeAt(at - 1)) && !isWordCode(this.text.charCodeAt(at + 1));
    if (alone && this.keys.at(-1) !== '—') this.#add(at, at + 1, '—', 'mark');
    return at + 1;
  }

  #add(start: number, end: number, key: string, kind: TokenKind): void {
    this.starts.push(start);
    this.ends.push(end);
    this.keys.push(key);
    this.kinds.push(kind);
  }
}

function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isWordCode(code) || (isApostrophe(code) && isWordCode(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at + 1)));
}

/** "W/" with what may follow it: not "w/c" and "w/u". */
const SLASHED = /w\/(?:(o|out|in)(?![a-z])|(?![a-z]{1,2}(?![a-z])))/iy;
const WITH: Readonly<Record<string, string>> = { o: 'without', out: 'without', in: 'within' };

/** Where the "not" of a negated verb begins; 0 for any other word. */
function negationEnd(written: string): number {
  const last = written.charCodeAt(written.length - 1);
  if (last !== 116 && last !== 84) return 0;
  if (/n['’]t$/i.test(written)) return written.length - 3;
  return /^cannot$/i.test(written) ? 3 : 0;
}

/** The verb that a word ends in behind its apostrophe, and where it begins: "it's", "he'll"; null for a possessive and any other word. */
function contractedVerb(written: string): { readonly from: number; readonly key: string } | null {
  const from = [written.length - 2, written.length - 3].find((at) => at > 0 && isApostrophe(written.charCodeAt(at)));
  if (from === undefined) return null;
  const key = CONTRACTED[written.slice(from + 1).toLowerCase()];
  return key === undefined || (key === 'is' && !TAKES_IS.has(written.slice(0, from).toLowerCase())) ? null : { from, key };
}

function standsForHave(key: string, text: string, end: number): string | null {
  if (key !== 'is' && key !== 'would') return null;
  BEHIND_HAVE.lastIndex = end;
  return BEHIND_HAVE.test(text) ? (key === 'is' ? 'has' : 'had') : null;
}

/** Where the second of two words begins that ran together in a verdict; 0 for any other word. */
function gluedAt(written: string): number {
  if (written.length < 10 || !/^(?:not|medically)/i.test(written)) return 0;
  if (/^not(?:medically|necessary|certified|appropriate)/i.test(written)) return 3;
  return /^medically(?:necessary|appropriate|indicated|warranted)/i.test(written) ? 9 : 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isPointOrComma(code: number): boolean {
  return code === 46 || code === 44;
}
