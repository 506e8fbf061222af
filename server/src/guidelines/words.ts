/** One word of a text, made comparable, and where it stands. */
export interface Word {
  /** Lower case, singular; `&` is "and". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?(?:(?<=\d)\.\d+)*|&/gu;

/** The words of a text from one place to another in order. Punctuation and signs other than `&` are no words; "3.3.9" is one. Linear. */
export function wordsOf(text: string, from = 0, end = text.length): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, end).matchAll(WORD)) {
    const start = from + match.index;
    words.push({ text: comparable(match[0]), start, end: start + match[0].length });
    foldAsWellAs(words);
  }
  return words;
}

/** "as well as" is an "and". */
function foldAsWellAs(words: Word[]): void {
  const first = words.at(-3);
  if (words.at(-1)!.text !== 'as' || words.at(-2)?.text !== 'well' || first?.text !== 'as') return;
  words.splice(-3, 3, { text: 'and', start: first.start, end: words.at(-1)!.end });
}

/** One word in lower case and, roughly, the singular: "Studies" is "study", "NSAIDs" is "nsaid", "Quervain's" is "quervain". */
export function comparable(word: string): string {
  if (word === '&') return 'and';
  const lower = withoutPossessive(word.toLowerCase());
  if (lower.length < 4 || !lower.endsWith('s')) return lower;
  if (lower.endsWith('ss') || lower.endsWith('us') || lower.endsWith('is')) return lower;
  return lower.endsWith('ies') && lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
}

/** Of a word that may hold one apostrophe, the part before it. */
function withoutPossessive(word: string): string {
  const straight = word.indexOf("'");
  const apostrophe = straight < 0 ? word.indexOf('’') : straight;
  return apostrophe < 0 ? word : word.replace(/['’]\p{L}+$/u, '');
}

/** True where one insertion, deletion, replacement or swap of neighbours makes `a` of `b`. */
export function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
