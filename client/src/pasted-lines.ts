/** The lines on the clipboard, where a box of one line has run them together: then the words in it are all of them without a break. */
export function linesLostIn(words: string, clipboard: string): string[] {
  const lines = clipboard.split(/\r\n?|\n/).map((line) => line.trim()).filter(Boolean);
  return lines.length > 1 && withoutBlanks(words) === withoutBlanks(clipboard) ? lines : [];
}

function withoutBlanks(words: string): string {
  return words.replace(/\s+/g, '');
}
