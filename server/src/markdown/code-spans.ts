import { span, type Span } from './span.ts';

const BACKTICKS_OR_COMMENT = /\\[\\`]|`+|<!--/g;

/** Where inline code stands in Markdown text, its backticks included. A backtick within a comment is none. */
export function codeSpans(text: string): Span[] {
  if (!text.includes('`')) return [];
  const tokens = backticksOf(text);
  const spans: Span[] = [];
  /** Fences that nothing behind closes: each is looked for once, so that it takes linear time. */
  const unclosed = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const { 0: fence, index } = tokens[i]!;
    if (!fence.startsWith('`') || unclosed.has(fence)) continue;
    let close = i + 1;
    while (close < tokens.length && tokens[close]![0] !== fence) close++;
    const end = tokens[close];
    if (!end) unclosed.add(fence);
    else {
      spans.push(span(index, end.index + fence.length));
      i = close;
    }
  }
  return spans;
}

/** Escapes and runs of backticks outside of comments. A comment that nothing closes is none; its end is looked for once. */
function backticksOf(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let closes = true;
  BACKTICKS_OR_COMMENT.lastIndex = 0;
  for (let token = BACKTICKS_OR_COMMENT.exec(text); token; token = BACKTICKS_OR_COMMENT.exec(text)) {
    if (token[0] !== '<!--') found.push(token);
    else if (closes) {
      const close = text.indexOf('-->', token.index + 4);
      closes = close >= 0;
      if (closes) BACKTICKS_OR_COMMENT.lastIndex = close + 3;
    }
  }
  return found;
}
