/** So many tab stops VS Code can put in order between two of the snippet around them; a ninth would be entered together with the next one there. */
const MOST_NESTED = 8;

/** A snippet that can go in at a tab stop of another: what would be one tab stop too many is left as a visible placeholder. */
export function withFewStops(snippet: string): string {
  return snippet.replace(/\$\{(\d{1,3}):((?:[^}\\]|\\.)*)\}/g, (stop, number: string, words: string) => (Number(number) > MOST_NESTED ? words : stop));
}

/** A snippet without its tab stops: placeholders stay visible, of a choice the first option. Knows no nested placeholders. */
export function plainSnippet(snippet: string): string {
  return snippet.replace(
    /\\(?<escaped>[\\$}])|\$\{\d{1,3}\|(?<options>(?:[^|\\]|\\.)*)\|\}|\$\{\d{1,3}:(?<words>(?:[^}\\]|\\.)*)\}|\$\d{1,3}/g,
    (...match) => {
      const { escaped, options, words } = match.at(-1) as Partial<Record<'escaped' | 'options' | 'words', string>>;
      if (escaped !== undefined) return escaped;
      if (options !== undefined) return unescape(/^(?:[^,\\]|\\.)*/.exec(options)?.[0] ?? '');
      return unescape(words ?? '');
    },
  );
}

/** Words that stand for themselves in a snippet. */
export function escapeSnippet(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}

function unescape(words: string): string {
  return words.replace(/\\(.)/g, '$1');
}
