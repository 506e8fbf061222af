/** A tab stop of a snippet: what stands there first, and for a choice all there is to choose from. */
export interface TabStop {
  readonly number: number;
  readonly text: string;
  readonly options: readonly string[];
}

/**
 * Reads LSP snippet syntax as far as templates use it: text, `$n`, `${n:text}` and `${n|one,two|}` without nesting. Gives the text that an
 * editor would insert and its tab stops; throws where an editor would show the syntax instead.
 */
export function readSnippet(snippet: string): { text: string; stops: TabStop[] } {
  const stops: TabStop[] = [];
  let text = '';
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const match = sticky.exec(snippet);
    if (match) at += match[0].length;
    return match;
  }

  /** Text up to one of `ends`, which is left standing; a backslash takes the next character as it is. */
  function upTo(ends: string): string {
    let words = '';
    while (at < snippet.length && !ends.includes(snippet[at]!)) {
      if (snippet[at] === '\\' && at + 1 < snippet.length) at++;
      words += snippet[at++];
    }
    return words;
  }

  function choice(number: number): void {
    const options = [upTo(',|')];
    while (take(/,/)) options.push(upTo(',|'));
    if (!take(/\|\}/)) throw new Error(`choice ${number} isn't closed`);
    stops.push({ number, text: options[0]!, options });
    text += options[0];
  }

  function placeholder(number: number): void {
    const words = upTo('}$');
    if (!take(/\}/)) throw new Error(`tab stop ${number} isn't closed, or holds another`);
    stops.push({ number, text: words, options: [] });
    text += words;
  }

  while (at < snippet.length) {
    text += upTo('$');
    if (at >= snippet.length) break;
    const bare = take(/\$(\d+)/);
    const open = bare ? null : take(/\$\{(\d+)([:|])/);
    if (bare) stops.push({ number: Number(bare[1]), text: '', options: [] });
    else if (!open) throw new Error(`a $ that begins nothing at ${at}`);
    else if (open[2] === '|') choice(Number(open[1]));
    else placeholder(Number(open[1]));
  }
  return { text, stops };
}
