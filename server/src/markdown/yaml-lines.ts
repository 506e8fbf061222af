/** Reads keys and values off the lines, without YAML: for a head that is half typed. Lines end with \n or \r\n here. */
import type { FrontMatterEntry } from './block.ts';
import { afterIndent, endOfLine, isLineEnd, nextLine } from './source-lines.ts';
import { shift, span, type Span } from './span.ts';

const PLAIN_PAIR = /([a-z][\w-]*):( +)([a-z\d(][\w (),./;'"&%+*=-]*)(?:\r?\n|$)/iy;
const BLANK_LINE = / *(?:\r?\n|$)/y;

/**
 * The pairs of a head that is nothing but `key: value` lines whose values no reader of YAML could take for anything else, as most are;
 * null where YAML has to decide.
 */
export function readPlainPairs(source: string, base: number): FrontMatterEntry[] | null {
  const entries: FrontMatterEntry[] = [];
  for (let at = 0; at < source.length;) {
    PLAIN_PAIR.lastIndex = BLANK_LINE.lastIndex = at;
    const [, key = '', blanks = '', words = ''] = PLAIN_PAIR.exec(source) ?? [];
    if (key !== '') {
      const value = words.trimEnd();
      const start = at + key.length + 1 + blanks.length;
      entries.push({ key, keySpan: shift(span(at, at + key.length), base), value, valueSpan: shift(span(start, start + value.length), base) });
      at = PLAIN_PAIR.lastIndex;
    } else if (BLANK_LINE.test(source)) at = BLANK_LINE.lastIndex;
    else return null;
  }
  return entries;
}

/** Cuts a mapping before each line that begins with a key, as opposed to one that is set in or begins a list item. */
export function cutIntoKeys(source: string): Span[] {
  const starts: number[] = [];
  for (let line = 0; line < source.length; line = nextLine(source, line)) {
    const blank = isLineEnd(source, afterIndent(source, line));
    if (!blank && (starts.length === 0 || !/[\s#\-\]}]/.test(source[line] ?? ''))) starts.push(line);
  }
  return starts.map((start, index) => span(start, starts[index + 1] ?? source.length));
}

/** The key on the first line with its value, which may be a list: `[a, b]` on the line, or `- a` on each line below. */
export function readKeyLines(source: string, base: number): FrontMatterEntry[] {
  const colon = findColon(source);
  const key = trimmed(source, 0, colon ?? 0);
  if (colon === null || isEmpty(key)) return [];
  const entry = { key: unquoted(source, key), keySpan: shift(key, base) };
  const isList = source[afterIndent(source, colon + 1)] === '[';
  const line = trimmed(source, colon + 1, endOfLine(source, colon), isList ? LISTED_COMMENT : COMMENT);
  const items = itemsOf(source, line);
  if (!items) return [{ ...entry, value: isEmpty(line) ? null : unquoted(source, line), valueSpan: shift(line, base) }];
  const valueSpan = span(isEmpty(line) ? items[0]?.start ?? line.start : line.start, Math.max(line.end, items.at(-1)?.end ?? 0));
  return [{
    ...entry,
    value: items.map((item) => unquoted(source, item)),
    valueSpan: shift(valueSpan, base),
    itemSpans: items.map((item) => shift(item, base)),
  }];
}

/** The places of a list's items; null where the value is no list. `line`: what stands behind the colon. */
function itemsOf(source: string, line: Span): Span[] | null {
  if (source[line.start] === '[' && !isEmpty(line)) return bracketItems(source, line);
  if (!isEmpty(line)) return null;
  const items = dashItems(source, nextLine(source, line.end));
  return items.length > 0 ? items : null;
}

/** Offset of the first colon of the first line that white space or the line's end follows. */
function findColon(source: string): number | null {
  const end = endOfLine(source, 0);
  for (let colon = source.indexOf(':'); colon >= 0 && colon < end; colon = source.indexOf(':', colon + 1)) {
    if (colon + 1 === end || source[colon + 1] === ' ' || source[colon + 1] === '\t') return colon;
  }
  return null;
}

function bracketItems(source: string, value: Span): Span[] {
  const end = source[value.end - 1] === ']' ? value.end - 1 : value.end;
  const items: Span[] = [];
  for (let start = value.start + 1; start <= end;) {
    const comma = source.indexOf(',', start);
    const stop = comma < 0 || comma > end ? end : comma;
    items.push(trimmed(source, start, stop, LISTED_COMMENT));
    start = stop + 1;
  }
  return items.filter((item) => !isEmpty(item));
}

function dashItems(source: string, from: number): Span[] {
  const items: Span[] = [];
  for (let line = from; line < source.length; line = nextLine(source, line)) {
    const dash = afterIndent(source, line);
    if (source[dash] === '-') items.push(trimmed(source, dash + 1, endOfLine(source, dash), LISTED_COMMENT));
  }
  return items.filter((item) => !isEmpty(item));
}

/** ` #` that no digit follows ("#60" is a quantity). */
const COMMENT = /(?:^|[ \t])#(?!\d)/;
/** In a list "# 60" and "#sixty" are words as well. */
const LISTED_COMMENT = /(?:^|[ \t])#(?!\S|[ \t]?\d)/;

/** Without white space at both ends, and without a comment. */
function trimmed(source: string, start: number, end: number, comments = COMMENT): Span {
  const comment = comments.exec(source.slice(start, end));
  const words = source.slice(start, comment ? start + comment.index : end);
  const first = start + words.length - words.trimStart().length;
  return span(first, Math.max(first, start + words.trimEnd().length));
}

function isEmpty(place: Span): boolean {
  return place.start === place.end;
}

function unquoted(source: string, place: Span): string {
  const words = source.slice(place.start, place.end);
  const mark = words[0];
  if (mark !== '"' && mark !== "'") return words;
  return words.slice(1, words.length > 1 && words.endsWith(mark) ? -1 : undefined);
}
