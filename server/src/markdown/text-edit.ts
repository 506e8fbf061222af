/** One replacement in a text: the characters from `start` to `end` of the old text become `newText`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
