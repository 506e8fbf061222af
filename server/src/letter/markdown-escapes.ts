/** What would be a mark of Markdown within a line: emphasis, code, links, HTML, entities, and the backslash itself. */
const INLINE = /[\\*`_]|~~|<!|<(?=[a-z/?])|\[(?=\[)|\](?=[[(])|&(?=#?[a-z\d]{1,31};)/gi;
const WORD = /[\p{L}\p{N}]/u;

/** Text as Markdown that reads letter for letter the same, for any place but the beginning of a line. */
export function escapeInline(text: string): string {
  return text.replace(INLINE, (mark: string, at: number) => {
    // Within a word an underscore is a character.
    if (mark === '_' && WORD.test(text[at - 1] ?? ' ') && WORD.test(text[at + 1] ?? ' ')) return mark;
    return [...mark].map((character) => `\\${character}`).join('');
  });
}

/** Text as a line of Markdown that is a paragraph's: no heading, list, quotation, table, rule or link definition. */
export function escapeLine(text: string): string {
  const escaped = escapeInline(text);
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=]+\s*$|\[[^\]]*\]:|[|:-][|: -]*$)/.test(escaped)) return `\\${escaped}`;
  return escaped.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Text as the words of a heading, which may not end with its mark. */
export function escapeHeading(text: string): string {
  return escapeInline(text).replace(/#$/, '\\#');
}
