import type { LetterText } from '../../protocol/tools.ts';

/** A piece of an answer in the chat. */
export type Piece =
  | { readonly markdown: string }
  /** A link to a line of the letter, from 1. VS Code shows the file's name and the line, whatever else it is called. */
  | { readonly line: number }
  | { readonly button: string; readonly command: string; readonly argument?: string };

export interface Answer {
  readonly pieces: readonly Piece[];
  /** What may be asked next. */
  readonly next?: readonly { readonly command: string; readonly prompt: string; readonly label: string }[];
}

const SAYS: Readonly<Record<LetterText, string>> = {
  none: 'No words of the letter are in this answer.',
  titles: 'Of the letter’s words, this answer holds the titles and decisions only.',
  included: 'This answer holds words of the letter; other assistants in this chat may read them.',
};

/** The last line of every answer: an assistant in the same chat may read what stands above. */
export function letterTextNote(letterText: LetterText): Piece {
  return { markdown: `\n\n*${SAYS[letterText]}*` };
}

/** Words as they are, whatever they would mean in Markdown. */
export function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&');
}
