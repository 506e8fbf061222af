import { span } from '../../markdown/span.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Unplaced } from '../model.ts';

/** What the import writes above the lines of a letter that it found no place for, and below that heading. */
export const UNPLACED_HEADING = 'Text that could not be placed';
export const UNPLACED_ADVICE = 'The import found no place for these lines. Move each to where it belongs, or delete it.';

export function isUnplacedMark(words: string): boolean {
  return words === UNPLACED_HEADING || words === UNPLACED_ADVICE;
}

/** `end`: that of the document. Null where no such lines are left. */
export function readUnplaced(lines: readonly LetterLine[], end: number): Unplaced | null {
  const at = lines.findIndex(({ line }) => isUnplacedMark(line.text));
  const said = lines[at];
  if (!said) return null;
  const next = lines.find(({ line }, i) => i > at && line.heading > 0);
  return { said: span(said.start, said.start + said.line.text.length), span: span(beginOf(said), next ? beginOf(next) : end) };
}

function beginOf({ line, start }: LetterLine): number {
  return line.heading > 0 ? start - line.start : start;
}
