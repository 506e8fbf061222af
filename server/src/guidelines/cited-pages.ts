import type { CitedPages } from './guideline.ts';
import type { Word } from './words.ts';

const MARKERS = new Set(['page', 'p', 'pp', 'pg', 'pgs', 'pag']);
const RANGE = /^\s{0,3}[-–—]\s{0,3}$/;
const LIST = /^\s{0,3}[,;]?\s{0,3}$/;

/** True where "page", "Page(s)", "pp." stands and a number follows. */
export function pagesBegin(words: readonly Word[], at: number, end: number): boolean {
  return MARKERS.has(words[at]?.text ?? '') && isPage(words[numberAt(words, at, end)]);
}

/** "Page(s): 46-47", "pp. 76-80, 93", "Page 82 of 127" from its marker on; `next` is the word behind it. */
export function readPages(text: string, words: readonly Word[], at: number, end: number): { pages: CitedPages[]; next: number } {
  const pages: CitedPages[] = [];
  let next = numberAt(words, at, end);
  while (next < end && isPage(words[next])) {
    const first = words[next]!;
    let last = first;
    const after = next + 1 < end ? words[next + 1] : undefined;
    const word = after && (after.text === 'to' || after.text === 'through') ? words[next + 2] : undefined;
    if (isPage(after) && RANGE.test(text.slice(first.end, after!.start))) last = words[++next]!;
    else if (word && next + 2 < end && isPage(word)) last = words[(next += 2)]!;
    next++;
    const from = Number(first.text);
    pages.push({ from, to: lastPage(from, last.text), span: { start: first.start, end: last.end } });
    if (words[next]?.text === 'of' && next + 1 < end && isPage(words[next + 1])) next += 2;
    const more = words[next]?.text === 'and' ? next + 1 : next;
    if (more >= end || !isPage(words[more]) || !LIST.test(text.slice(words[next - 1]!.end, words[next]!.start))) break;
    next = more;
  }
  return { pages, next };
}

function numberAt(words: readonly Word[], at: number, end: number): number {
  let next = at + 1;
  if (next < end && (words[next]?.text === 's' || words[next]?.text === 'number')) next++;
  return next;
}

function isPage(word: Word | undefined): boolean {
  return word !== undefined && /^\d{1,4}$/.test(word.text) && !/^20[0-3]\d$/.test(word.text);
}

/** "298-9" ends on page 299; "66-63" runs backwards, as it is written. */
function lastPage(from: number, to: string): number {
  const start = String(from);
  const whole = Number(to) < from && to.length < start.length ? start.slice(0, start.length - to.length) + to : to;
  return Number(whole);
}
