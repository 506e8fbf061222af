import { codeSpans } from './code-spans.ts';
import { shift, span, type Span } from './span.ts';

// CriticMarkup: what editors write into a text about the text. Remarks `{>>…<<}`, proposals `{++…++}`, `{--…--}` and `{~~…~>…~~}`, words pointed at `{==…==}`.

/** `open`: a sign that nothing closes within its paragraph. */
export type MarkKind = 'remark' | 'insertion' | 'deletion' | 'replacement' | 'highlight' | 'open';

/** One mark. Spans count from the text's beginning. */
export interface EditorialMark {
  readonly kind: MarkKind;
  readonly span: Span;
  /** The words that stand until somebody takes the proposal; of a remark: what it says; of an open sign: that sign. */
  readonly words: string;
  /** What a proposal puts in their place; null for what proposes nothing. */
  readonly proposed: string | null;
}

const SIGNS: ReadonlyMap<string, readonly [kind: Exclude<MarkKind, 'open'>, close: string]> = new Map([
  ['{>>', ['remark', '<<}']], ['{++', ['insertion', '++}']], ['{--', ['deletion', '--}']], ['{~~', ['replacement', '~~}']], ['{==', ['highlight', '==}']],
]);
const OPENING = /\{(?:>>|\+\+|--|~~|==)/g;
/** Behind it no blank is wanted before a mark that is left out. */
const CLOSES_WORDS = /[.,;:!?)\]\r\n]/;
/** A character that nobody sees: the fold leaves it out, and all others keep their places. */
const LEFT_OUT = '\u2060';

/** The marks of one block of Markdown, in their order; those within words that are pointed at stand behind that mark. Takes linear time. */
export function editorialMarks(text: string): EditorialMark[] {
  if (!text.includes('{')) return [];
  const code = codeSpans(text);
  const unclosed = new Set<string>();
  const marks: EditorialMark[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const start = match.index;
    if (text[start - 1] === '\\' || code.some((each) => each.start < start && start < each.end)) continue;
    const mark = markAt(text, start, match[0], unclosed);
    marks.push(mark);
    if (mark.kind !== 'highlight' && mark.kind !== 'open') OPENING.lastIndex = mark.span.end;
  }
  return marks;
}

function markAt(text: string, start: number, sign: string, unclosed: Set<string>): EditorialMark {
  const [kind, close] = SIGNS.get(sign)!;
  const end = unclosed.has(close) ? -1 : text.indexOf(close, start + sign.length);
  if (end < 0) unclosed.add(close);
  const inside = text.slice(start + sign.length, end);
  const to = kind === 'replacement' ? inside.indexOf('~>') : inside.length;
  if (end < 0 || to < 0) return { kind: 'open', span: span(start, start + sign.length), words: sign, proposed: null };
  const words = kind === 'insertion' ? '' : inside.slice(0, to);
  return { kind, span: span(start, end + close.length), words, proposed: proposal(kind, inside, to) };
}

function proposal(kind: MarkKind, inside: string, to: number): string | null {
  if (kind === 'replacement') return inside.slice(to + '~>'.length);
  if (kind === 'insertion') return inside;
  return kind === 'deletion' ? '' : null;
}

/** The text as it reads until somebody takes what is proposed: no remark, nothing that is to go in. All characters keep their places. */
export function withoutEditorialMarks(text: string): string {
  const marks = editorialMarks(text);
  if (marks.length === 0) return text;
  const characters = [...wordless(text, marks)];
  let result = '';
  let at = 0;
  for (const { start, end } of characters.sort((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    result += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\r\n]/g, LEFT_OUT);
    at = end;
  }
  return result + text.slice(at);
}

/** What of the marks is no word of the text. */
function wordless(text: string, marks: readonly EditorialMark[]): Span[] {
  return marks.flatMap(({ kind, span: { start, end }, words }): Span[] => {
    if (kind === 'open') return [];
    if (kind === 'remark' || kind === 'insertion') return [span(blanksBefore(text, start, end), end)];
    return [span(start, start + SIGN), shift(span(SIGN + words.length, end - start), start)];
  });
}

const SIGN = '{=='.length;

function blanksBefore(text: string, start: number, end: number): number {
  let at = start;
  if (end < text.length && !CLOSES_WORDS.test(text.charAt(end))) return at;
  while (at > 0 && text[at - 1] === ' ') at--;
  return at;
}
