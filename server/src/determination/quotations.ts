const QUOTES: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['«', '»']]);
const OPENING = /\B["“«]/g;
/** Longer than this a quotation mark is taken for one that was never closed. */
const LONGEST = 1500;

/** The text with the words of quotations blanked out, every character keeping its place. Inch marks (6") open nothing. */
export function withoutQuotations(text: string): string {
  let result = '';
  let at = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const open = match.index;
    const end = text.indexOf(QUOTES.get(match[0]) ?? '', open + 1);
    if (end < 0 || end - open > LONGEST) continue;
    result += text.slice(at, open + 1) + ' '.repeat(end - open - 1);
    at = end;
    OPENING.lastIndex = end + 1;
  }
  return at === 0 ? text : result + text.slice(at);
}
