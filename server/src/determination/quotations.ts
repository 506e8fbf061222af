const QUOTES: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['«', '»']]);
/** Longer than this a quotation mark is taken for one that was never closed. */
const LONGEST = 1500;

/** The text with the words of quotations blanked out, every character keeping its place. Inch marks (6") open nothing. */
export function withoutQuotations(text: string): string {
  let result = '';
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const close = QUOTES.get(text[i] ?? '');
    if (close === undefined || /\w/.test(text[i - 1] ?? ' ')) continue;
    const end = text.indexOf(close, i + 1);
    if (end < 0 || end - i > LONGEST) continue;
    result += text.slice(at, i + 1) + ' '.repeat(end - i - 1);
    at = end;
    i = end;
  }
  return result + text.slice(at);
}
