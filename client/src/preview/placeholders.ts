import { wrapped, type NewToken, type Token } from './token.ts';

/** Marks what is left of a template to be filled in, “[[what was found]]”. */
export function markPlaceholders(tokens: readonly Token[], token: NewToken): void {
  for (const block of tokens) {
    block.children = block.children?.flatMap((inline) => (inline.type === 'text' && inline.content.includes('[[')
      ? inline.content.split(/(\[\[[^[\]]*\]\])/).flatMap((words) => (words.startsWith('[[')
        ? wrapped(token, 'mark', 'imr-placeholder', words) : token('text', '', 0, { content: words })))
      : [inline])) ?? null;
  }
}
