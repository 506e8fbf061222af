import type { Range } from 'vscode-languageserver-types';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import type { Letter } from '../../server/src/service/letter.ts';

/** The words of a letter that stand in a range. */
export function wordsIn({ lines }: Letter, { start, end }: Range): string {
  return lines.text.slice(offsetAt(lines, start), offsetAt(lines, end));
}
