import { wrapped, type NewToken, type Token } from './token.ts';

/** Sets the decision behind a heading's last colon into a badge: the word says it, the colour only repeats it. */
export function markItemHeadings(tokens: readonly Token[], token: NewToken): void {
  tokens.forEach((heading, index) => {
    const inline = tokens[index + 1];
    const words = inline?.children;
    const last = words?.at(-1);
    if (heading.type !== 'heading_open' || !inline || !words || !last) return;
    const colon = last.content.lastIndexOf(':');
    const decision = last.content.slice(colon + 1).trim();
    const isDecided = last.type === 'text' && colon >= 0 && /^(?:upheld|overturned)$/i.test(decision);
    if (!isDecided && !/: *\[\[[^[\]]*\]\]$/.test(inline.content)) return;
    heading.attrJoin('class', 'imr-item');
    if (!isDecided) return;
    words.splice(-1, 1,
      token('text', '', 0, { content: last.content.slice(0, colon) }),
      ...wrapped(token, 'span', 'imr-colon', ': '),
      ...wrapped(token, 'span', `imr-badge imr-${decision.toLowerCase()}`, decision));
  });
}
