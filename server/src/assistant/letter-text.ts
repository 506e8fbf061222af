/**
 * Which words of the letter an answer holds. `titles`: those of the items' titles and decisions, and of nothing else.
 * `included`: others, because they were asked for.
 */
export type LetterText = 'none' | 'titles' | 'included';

export interface TextOption {
  readonly includeText?: boolean;
}
