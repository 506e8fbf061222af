import type { Token } from './token.ts';

/**
 * Sets off the labelled lines of the items, “MAXIMUS guideline:” and the like. Any bold words with a colon are a label, because
 * settings may name it otherwise, and any small heading an item, because its decision may be missing.
 */
export function markFields(tokens: readonly Token[]): void {
  let isInItem = false;
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') isInItem = token.tag > 'h2' || token.attrGet('class') === 'imr-item';
    const [bold, words] = tokens[index + 1]?.children?.filter(({ type, content }) => type !== 'text' || content !== '') ?? [];
    if (!isInItem || token.type !== 'paragraph_open' || bold?.type !== 'strong_open' || !words?.content.trimEnd().endsWith(':')) return;
    bold.attrJoin('class', 'imr-label');
    token.attrJoin('class', /rationale/i.test(words.content) ? 'imr-field imr-rationale' : 'imr-field');
  });
}
