import type { Range, TextEdit } from 'vscode-languageserver-types';
import { letterReaders } from '../determination/reading/read.ts';
import { defaultLetterSettings } from '../determination/settings.ts';
import { lineEnd } from '../markdown/line-index.ts';
import { parseBlocks } from '../markdown/parse.ts';
import { allAtOnce, type Sliced } from '../markdown/sliced.ts';
import { span, type Span } from '../markdown/span.ts';
import { canonicalDraft } from './canonical-draft.ts';
import { rangeOf } from './cursor.ts';
import { smallestEdit } from './differing-part.ts';
import { applyEdits } from './fix-all.ts';
import type { Letter } from './letter.ts';
import { openSource } from './source.ts';

/**
 * The edits that bring a draft into its canonical shape. They change marks, blanks and the capitals of labels, never a word or its place:
 * where the shaped letter would not have the same words, or would be read in another way, there are none. None for published letters, either.
 */
export function formattingEdits(letter: Letter): TextEdit[] {
  return allAtOnce(formattingInSlices(letter));
}

/** The same with stops, for whoever has other work that can't wait. `selected`: only what lies in the lines of that range. */
export function* formattingInSlices(letter: Letter, selected: Range | null = null): Sliced<TextEdit[]> {
  if (letter.determination.layout !== 'draft') return [];
  const text = letter.lines.text.slice(0, letter.lines.text.length);
  const shaped = yield* canonicalDraft(letter);
  if (shaped === text || bare(shaped) !== bare(text)) return [];
  yield;
  const edits = editsBetween(text, shaped) ?? [];
  if (selected !== null) return yield* partOf(letter, text, shaped, edits, selected);
  if ((yield* outline(shaped)) !== (yield* outline(text))) return [];
  return edits.map(({ start, end, newText }) => ({ range: rangeOf(letter.lines, span(start, end)), newText }));
}

/** The edits within a selection; none where the rest of the letter, shaped afterwards, would come out otherwise than with all at once. */
function* partOf(letter: Letter, text: string, shaped: string, edits: readonly Replacement[], selected: Range): Sliced<TextEdit[]> {
  const smallest = edits.map(({ start, end, newText }) => {
    const edit = smallestEdit(text.slice(start, end), newText);
    return { start: start + edit.start, end: start + edit.end, newText: edit.newText };
  });
  const own = smallest.filter(within(wholeLines(letter, selected)));
  const result = applyEdits(text, own.map(({ start, end, newText }) => ({ span: span(start, end), newText })));
  const { blocks, lines } = openSource(result, 'markdown');
  const determination = yield* letterReaders(defaultLetterSettings)()(blocks, 'markdown');
  if ((yield* canonicalDraft({ ...letter, lines, determination })) !== shaped || (yield* outline(result)) !== (yield* outline(text))) return [];
  return own.map(({ start, end, newText }) => ({ range: rangeOf(letter.lines, span(start, end)), newText }));
}

/** From the start of the first line to the end of the last; of a selection that ends before the first character of a line, that line is none. */
function wholeLines({ lines }: Letter, { start, end }: Range): Span {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return span(lines.starts[start.line] ?? 0, lineEnd(lines, Math.min(last, lines.starts.length - 1)));
}

function within(place: Span): (edit: Replacement) => boolean {
  return ({ start, end }) => place.start <= start && end <= place.end;
}

/** A text without what formatting may change. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s#*_:=–—-]+/g, '');
}

/** What the program reads in a letter, as far as the shape could change it. */
function* outline(text: string): Sliced<string> {
  const blocks = parseBlocks(text);
  yield;
  const { items, sections, dependencies } = yield* letterReaders(defaultLetterSettings)()(blocks, 'markdown');
  return JSON.stringify([
    sections.map(({ name }) => name),
    items.map(({ reading: { title, decision, claimsAdministratorGuideline, reviewerGuideline, rationale } }) => [
      title.text, decision?.word, claimsAdministratorGuideline?.prose.text, reviewerGuideline?.prose.text, rationale?.prose.text,
    ]),
    dependencies.map(({ item, parent }) => [item, parent]),
  ]);
}

const WORD = /[\p{L}\p{N}]+/gu;

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What differs between two texts of the same words: the marks between them, and capitals. Null where the words are not the same. */
function editsBetween(before: string, after: string): Replacement[] | null {
  const shaped = after.matchAll(WORD);
  const edits: Replacement[] = [];
  const replace = (start: number, end: number, newText: string): void => {
    if (before.slice(start, end) !== newText) edits.push({ start, end, newText });
  };
  let [at, to] = [0, 0];
  for (const word of before.matchAll(WORD)) {
    const other = shaped.next().value;
    if (!other || other[0].toLowerCase() !== word[0].toLowerCase()) return null;
    replace(at, word.index, after.slice(to, other.index));
    at = word.index + word[0].length;
    to = other.index + other[0].length;
    replace(word.index, at, other[0]);
  }
  if (!shaped.next().done) return null;
  replace(at, before.length, after.slice(to));
  return edits;
}
