import entities from './entities.json' with { type: 'json' };

// What Markdown's inline marks make of the words around them. All functions look at one place of one line.

/** A stretch of markup and the words that it stands for. */
export interface Markup {
  readonly length: number;
  readonly words: string;
}

const NAMED: ReadonlyMap<string, string> = new Map(Object.entries(entities));
const WORD = /[\p{L}\p{N}]/u;
const ESCAPABLE = /[\p{P}\p{S}]/u;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/iy;
const TAG = /<\/?([a-z][a-z\d]{0,15})(?:\s[^<>]{0,300})?\/?>/iy;
/** `<sup>1</sup>` behind a word: the mark of a footnote. */
const NOTE_TAG = /<sup>\s?\[?\d{1,3}\]?\s?<\/sup>/iy;
const NOTE = /\[\^[^\]\s]{1,40}\]/y;
const ATTRIBUTES = /\]\{(?=[.#:\w-])[^{}[\]]{1,200}\}/y;

const INLINE_TAGS: ReadonlySet<string> = new Set((
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr'
).split(' '));
const BREAKING_TAGS: ReadonlySet<string> = new Set((
  'blockquote br center div h1 h2 h3 h4 h5 h6 hr li ol p table tbody td tfoot th thead tr ul'
).split(' '));

/** The markup that begins at a place, with the words that it stands for; null where its characters are the text's own. */
export function markupAt(text: string, at: number): Markup | null {
  switch (text.charAt(at)) {
    case '*': case '_':
      return emphasisAt(text, at);
    case '\\':
      return escapeAt(text, at);
    case '&':
      return entityAt(text, at);
    case '<':
      return tagAt(text, at);
    case '[':
      return noteAt(text, at);
    default:
      return null;
  }
}

/** Emphasis opens before a word or closes behind one; a mark between two letters or two spaces is a character of the text, and so is a line to write on. */
function emphasisAt(text: string, at: number): Markup {
  let end = at + 1;
  while (text[end] === text[at]) end++;
  return { length: end - at, words: delimits(text, at, end) ? '' : text.slice(at, end) };
}

function delimits(text: string, at: number, end: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' '];
  if (/\s/.test(before) && /\s/.test(after)) return false;
  const words = Number(WORD.test(before)) + Number(WORD.test(after));
  return text[at] === '_' && words === 0 ? end - at < 3 : words < 2 || end - at > 1;
}

/** `\*` is a star, `\ ` a blank, and a backslash at the line's end breaks the line. */
function escapeAt(text: string, at: number): Markup | null {
  const next = text[at + 1];
  if (next === undefined) return { length: 1, words: ' ' };
  if (/\s/.test(next)) return { length: 2, words: ' ' };
  return ESCAPABLE.test(next) ? { length: 2, words: next } : null;
}

function entityAt(text: string, at: number): Markup | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (!match) return null;
  const [{ length }, decimal, hexadecimal, name] = match;
  const words = name === undefined ? ofCode(Number.parseInt(hexadecimal ?? decimal ?? '', hexadecimal ? 16 : 10)) : NAMED.get(name);
  return words === undefined ? null : { length, words };
}

function ofCode(code: number): string {
  return code === 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? '\uFFFD' : String.fromCodePoint(code);
}

function tagAt(text: string, at: number): Markup | null {
  NOTE_TAG.lastIndex = at;
  const note = /\d/.test(text[at - 1] ?? '') ? null : NOTE_TAG.exec(text);
  if (note) return { length: note[0].length, words: '' };
  TAG.lastIndex = at;
  const [tag = '', name = ''] = TAG.exec(text) ?? [];
  if (INLINE_TAGS.has(name.toLowerCase())) return { length: tag.length, words: '' };
  return BREAKING_TAGS.has(name.toLowerCase()) ? { length: tag.length, words: ' ' } : null;
}

/** `[^1]`: the mark of a footnote. */
function noteAt(text: string, at: number): Markup | null {
  NOTE.lastIndex = at;
  const note = NOTE.exec(text);
  return note && { length: note[0].length, words: '' };
}

/** The brackets of spans with attributes, `[words]{.underline}`, by the offsets at which they stand. */
export function attributedSpans(text: string): ReadonlyMap<number, Markup> | null {
  if (!text.includes(']{')) return null;
  const brackets = new Map<number, Markup>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at);
    if (text[at] !== ']') continue;
    const start = open.pop();
    ATTRIBUTES.lastIndex = at;
    const close = start === undefined ? null : ATTRIBUTES.exec(text);
    if (start === undefined || !close) continue;
    brackets.set(start, { length: 1, words: '' });
    brackets.set(at, { length: close[0].length, words: '' });
  }
  return brackets;
}
