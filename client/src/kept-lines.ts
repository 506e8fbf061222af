// Files in which each line is kept for itself, so that two people's files merge.

/** A text with a further line, which has its line break. */
export function appendLine(text: string, line: string): string {
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}`;
}

/** The text without the last line that is that one; the same where it has none. */
export function withoutLine(text: string, line: string): string {
  const at = text.lastIndexOf(line);
  return at < 0 || (at > 0 && text[at - 1] !== '\n') ? text : text.slice(0, at) + text.slice(at + line.length);
}
