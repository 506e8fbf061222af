// A comment may say which words it silences a rule for: `imr-disable-next-line <rule> "the words"`. They are found by their letters and figures,
// so that it still finds them when lines are wrapped anew or marks change, and not when the words themselves do.

/** What stands for the middle of a long stretch of words. */
const GAP = ' … ';
const WORDS_AT_EACH_END = 4;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** How a comment names some words; null where they hold neither letter nor figure. */
export function namedWords(words: string): string | null {
  // What would end the words, the comment or the list of rules.
  const plain = words.replace(/["“”]/g, '\'').replace(/[<>]/g, ' ').replace(/-{2,}/g, '-').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (plain.length === 0) return null;
  if (plain.length <= 2 * WORDS_AT_EACH_END + 1) return plain.join(' ');
  return plain.slice(0, WORDS_AT_EACH_END).join(' ') + GAP + plain.slice(-WORDS_AT_EACH_END).join(' ');
}

/** Whether words are those that a comment names. */
export function areNamed(words: string, named: string): boolean {
  const own = comparable(words);
  const [first = '', ...rest] = named.split('…').map(comparable);
  const last = rest.at(-1);
  if (last === undefined) return own === first;
  return own.startsWith(first) && own.endsWith(last) && own.length >= first.length + last.length;
}

/** Words by their letters and figures, with a blank for whatever stands between them. */
export function comparable(words: string): string {
  return words.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
