/** What a hover says: its title, and sentences or facts, a paragraph each. Plain text. */
export interface Note {
  readonly title: string;
  readonly paragraphs: readonly string[];
}
