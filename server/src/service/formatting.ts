import type { TextEdit } from 'vscode-languageserver-types';
import { createLetterReader } from '../determination/read.ts';
import { parseBlocks } from '../markdown/parse.ts';
import { span } from '../markdown/span.ts';
import { canonicalDraft } from './canonical-draft.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';

/**
 * The edits that bring a draft into its canonical shape. They change marks, blanks and the capitals of labels, never a word or its place:
 * where the shaped letter would not have the same words, or would be read in another way, there are none. None for published letters, either.
 */
export function formattingEdits(letter: Letter): TextEdit[] {
  if (letter.determination.layout !== 'draft') return [];
  const text = letter.lines.text.slice(0, letter.lines.text.length);
  const shaped = canonicalDraft(letter);
  if (shaped === text || bare(shaped) !== bare(text) || outline(shaped) !== outline(text)) return [];
  const edits = editsBetween(text, shaped) ?? [];
  return edits.map(({ start, end, newText }) => ({ range: rangeOf(letter.lines, span(start, end)), newText }));
}

/** A text without what formatting may change. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s#*_:=–—-]+/g, '');
}

/** What the program reads in a letter, as far as the shape could change it. */
function outline(text: string): string {
  const { items, sections, dependencies } = createLetterReader()(parseBlocks(text), 'markdown');
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
  const old = [...before.matchAll(WORD)];
  const shaped = [...after.matchAll(WORD)];
  if (old.length !== shaped.length) return null;
  const edits: Replacement[] = [];
  const replace = (start: number, end: number, newText: string): void => {
    if (before.slice(start, end) !== newText) edits.push({ start, end, newText });
  };
  let [at, to] = [0, 0];
  for (const [i, word] of old.entries()) {
    const other = shaped[i];
    if (!other || other[0].toLowerCase() !== word[0].toLowerCase()) return null;
    replace(at, word.index, after.slice(to, other.index));
    at = word.index + word[0].length;
    to = other.index + other[0].length;
    replace(word.index, at, other[0]);
  }
  replace(at, before.length, after.slice(to));
  return edits;
}
