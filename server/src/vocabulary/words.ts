/**
 * A text cut into words. Word `i` is `text.slice(starts[i], ends[i])`; `keys[i]` is the same in lower case, singular and without
 * a possessive; `joined[i]` says that only blanks, hyphens, slashes and the like stand between it and the word before.
 */
export interface Words {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly keys: readonly string[];
  readonly joined: readonly boolean[];
}

/** Several vocabularies scan the same text one after the other, and others in between: the words of the latest texts are kept. */
const KEPT = 4;
let latest: readonly Words[] = [];

/** The words of a text, cut once as long as it is among the latest. */
export function readWords(text: string): Words {
  const known = latest.find((words) => words.text === text);
  if (known) return known;
  const words = cutWords(text);
  latest = [words, ...latest.slice(0, KEPT - 1)];
  return words;
}

/** Cuts a text into words: runs of letters and digits, with an apostrophe between letters. Linear in the text's length. */
export function cutWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const keys: string[] = [];
  const joined: boolean[] = [];
  let before = 0;
  let at = nextWord(text, 0);
  while (at < text.length) {
    const end = wordEnd(text, at);
    starts.push(at);
    ends.push(end);
    keys.push(wordKey(text.slice(at, end)));
    joined.push(starts.length > 1 && joins(text, before, at));
    before = end;
    at = nextWord(text, end);
  }
  return { text, starts, ends, keys, joined };
}

/** The key of a text's first word, null for a text without any. */
export function firstKey(text: string): string | null {
  const at = nextWord(text, 0);
  return at < text.length ? wordKey(text.slice(at, wordEnd(text, at))) : null;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordCode(text.charCodeAt(at))) at += 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const inside = isWordCode(code) || (isApostrophe(code) && isLetterCode(text.charCodeAt(at + 1)));
    if (!inside) return at;
    at += 1;
  }
  return at;
}

/** ASCII letters and digits, and the letters of other alphabets as far as general punctuation (U+2000). */
export function isWordCode(code: number): boolean {
  return isLetterCode(code) || (code >= 48 && code <= 57);
}

function isLetterCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** Blanks, hyphens and dashes, slashes, emphasis marks, "#", "%" and "&" hold a phrase together; a blank line does not. */
function joins(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) lines += 1;
    else if (!isJoint(code)) return false;
  }
  return lines < 2;
}

function isJoint(code: number): boolean {
  switch (code) {
    case 9: case 13: case 32: case 0xa0: // blanks
    case 45: case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: // hyphens and dashes
    case 47: case 42: case 95: // slash, asterisk, underscore
    case 35: case 37: case 38: // "Tylenol #3", "lidocaine 5% patch", "I&D"
      return true;
    default:
      return false;
  }
}

/** The form under which a word is looked up: "MRIs" are `mri`, "Knees" and "knee's" are `knee`, "Arthroscopies" is `arthroscopy`. */
export function wordKey(word: string): string {
  if (isPluralOfCapitals(word)) return word.slice(0, -1).toLowerCase();
  return singular(withoutPossessive(word.toLowerCase()));
}

/** "MRIs", "ESIs". */
function isPluralOfCapitals(word: string): boolean {
  const last = word.length - 1;
  return last > 1 && word.charCodeAt(last) === 115 && isCapital(word.charCodeAt(last - 1)) && isCapital(word.charCodeAt(last - 2));
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function withoutPossessive(word: string): string {
  const last = word.length - 1;
  return last > 1 && word.charCodeAt(last) === 115 && isApostrophe(word.charCodeAt(last - 1)) ? word.slice(0, last - 1) : word;
}

/** A rough singular: phrases go through it as well as texts, so it has to be the same for both and not to be English. */
function singular(word: string): string {
  const last = word.length - 1;
  if (last < 3 || word.charCodeAt(last) !== 115) return word;
  const before = word[last - 1] ?? '';
  if (before === 's' || before === 'u' || before === 'i') return word;
  if (before !== 'e') return word.slice(0, last);
  if (word[last - 2] === 'i') return `${word.slice(0, -3)}y`;
  if (aching.has(word)) return word.slice(0, last);
  return hissing.has(word.slice(-4, -2)) || word[last - 2] === 'x' ? word.slice(0, -2) : word.slice(0, last);
}

/** Words that end so take "es" for their plural. */
const hissing = new Set(['ch', 'sh', 'ss']);

/** Words that look so and don't. */
const aching = new Set(['aches', 'headaches', 'backaches', 'stomachaches', 'toothaches', 'earaches']);
