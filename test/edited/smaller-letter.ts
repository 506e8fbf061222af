import type { TextEdit } from '../../server/src/markdown/text-edit.ts';
import type { EditedLetter } from './edited-letter.ts';

/** The same letter with as little text as still has the fault: passages that no edit touches are taken out, long ones first. */
export function smallerLetter(letter: EditedLetter, hasFault: (letter: EditedLetter) => boolean): EditedLetter {
  let smallest = letter;
  for (let size = Math.ceil(letter.text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < smallest.text.length;) {
      const without = withoutPassage(smallest, start, start + size);
      if (without && hasFault(without)) smallest = without;
      else start += size;
    }
  }
  return smallest;
}

/** Null where an edit touches the passage. */
function withoutPassage({ kind, text, edits }: EditedLetter, from: number, to: number): EditedLetter | null {
  let start = from;
  let end = Math.min(to, text.length);
  const length = end - start;
  const moved: TextEdit[] = [];
  for (const edit of edits) {
    const grown = edit.newText.length - (edit.end - edit.start);
    if (edit.end <= start) {
      start += grown;
      end += grown;
      moved.push(edit);
    } else if (edit.start >= end) moved.push({ ...edit, start: edit.start - length, end: edit.end - length });
    else return null;
  }
  return { kind, text: text.slice(0, from) + text.slice(from + length), edits: moved };
}
