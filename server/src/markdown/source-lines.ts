/**
 * Lines of a source text, as LSP and CommonMark both count them: ended by \n, \r\n or a lone \r.
 * Everything here works on offsets and never copies the text.
 */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Offset of the line's end, its line break not included. `from` may be anywhere in the line. */
export function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return text.length;
}

/** Offset where the next line starts, or the text's length after the last line. `from` may be anywhere in the line. */
export function nextLine(text: string, from: number): number {
  const end = endOfLine(text, from);
  if (end === text.length) return end;
  return end + (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? 2 : 1);
}

/** True where a line starts: at the beginning, and after a line break that is complete. */
export function startsLine(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const before = text.charCodeAt(offset - 1);
  return before === LINE_FEED || (before === CARRIAGE_RETURN && text.charCodeAt(offset) !== LINE_FEED);
}

/** Offset where the line of a place starts. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (!startsLine(text, at)) at--;
  return at;
}

/** The line break that a text is written with: its first; \n where it has none. */
export function lineBreakOf(text: string): string {
  const end = endOfLine(text, 0);
  return end < text.length ? text.slice(end, nextLine(text, end)) : '\n';
}

/** Offset where the line before starts. `lineStart` is the start of a line that isn't the first. */
export function previousLine(text: string, lineStart: number): number {
  let at = lineStart - 1;
  if (text.charCodeAt(at) === LINE_FEED && text.charCodeAt(at - 1) === CARRIAGE_RETURN) at--;
  while (at > 0 && !startsLine(text, at)) at--;
  return at;
}

/** How many line breaks stand in text[start, end). A \r\n cut in two by `end` counts. */
export function countLineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) count++;
    else if (code === CARRIAGE_RETURN && (at + 1 === end || text.charCodeAt(at + 1) !== LINE_FEED)) count++;
  }
  return count;
}

/** Offset of the first character that is neither space nor tab; the end of the line at most. */
export function afterIndent(text: string, lineStart: number): number {
  let at = lineStart;
  while (at < text.length && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}

/** Offset of the first of the spaces and tabs that stand right before `offset`. */
export function beforeIndent(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isSpaceOrTab(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Columns from the line's start to `to`, all of it spaces and tabs; a tab goes to the next multiple of four. */
export function indentWidth(text: string, lineStart: number, to: number): number {
  let width = 0;
  for (let at = lineStart; at < to; at++) width += text.charCodeAt(at) === TAB ? 4 - (width % 4) : 1;
  return width;
}

/** True where the text ends or a line break stands. */
export function isLineEnd(text: string, offset: number): boolean {
  if (offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Blank as CommonMark has it: spaces and tabs only. A form feed isn't blank. */
export function isBlankLine(text: string, lineStart: number): boolean {
  return isLineEnd(text, afterIndent(text, lineStart));
}

function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}
