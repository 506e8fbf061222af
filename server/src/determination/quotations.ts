import { keptBy } from '../markdown/kept-by.ts';
import type { Prose } from './model.ts';

const QUOTES: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['«', '»']]);
const MARKS: readonly string[] = [...QUOTES.keys()];
const OPENING = /\B["“«]/g;
/** Longer than this a quotation mark is taken for one that was never closed. */
const LONGEST = 1500;

/** The words of some prose without those of its quotations. Kept with the prose. */
export const ownText = keptBy(({ text }: Pick<Prose, 'text'>): string => withoutQuotations(text));

/** The text with the words of quotations blanked out, every character keeping its place. Inch marks (6") open nothing. */
export function withoutQuotations(text: string): string {
  if (!MARKS.some((mark) => text.includes(mark))) return text;
  let result = '';
  let at = 0;
  const closes = closings(text);
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const open = match.index;
    const end = closes(QUOTES.get(match[0]) ?? '', open + 1);
    if (end < 0 || end - open > LONGEST) continue;
    result += text.slice(at, open + 1) + ' '.repeat(end - open - 1);
    at = end;
    OPENING.lastIndex = end + 1;
  }
  return at === 0 ? text : result + text.slice(at);
}

/** Where a mark stands next; -1 where it doesn't. Asked for places ever further on, it goes over the text once, however many are open. */
function closings(text: string): (mark: string, from: number) => number {
  const next = new Map<string, number>();
  return (mark, from) => {
    const known = next.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = text.indexOf(mark, from);
    next.set(mark, at);
    return at;
  };
}
