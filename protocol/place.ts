/** A place in a document, as the Language Server Protocol has it: lines and UTF-16 characters from 0. */
export interface Position {
  line: number;
  character: number;
}

/** `end` is excluded. */
export interface Range {
  start: Position;
  end: Position;
}

export interface Location {
  uri: string;
  range: Range;
}
