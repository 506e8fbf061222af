import type Token from 'markdown-it/lib/token.mjs';

export type { Token };

/** Makes a token: the class comes with the text that is being read, because the client has no markdown-it of its own. */
export type NewToken = (type: string, tag: string, nesting: Token['nesting'], changed?: Partial<Token>) => Token;

/** A run of text as tokens, with an element of that class around it. The text stays text: it can be selected, and headings keep their anchors. */
export function wrapped(token: NewToken, tag: string, className: string, content: string): Token[] {
  return [
    token('imr_mark_open', tag, 1, { attrs: [['class', className]] }),
    token('text', '', 0, { content }),
    token('imr_mark_close', tag, -1),
  ];
}
