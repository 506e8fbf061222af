import { comparable } from '../determination/reading/silenced-words.ts';
import { withoutEditorialMarks } from '../markdown/editorial-marks.ts';
import { span, type Span } from '../markdown/span.ts';

// Words that somebody quoted from a letter, found again though lines were wrapped anew or marks have changed: by their letters and figures.

/** With what nobody sees within it. */
const WORD = /[\p{L}\p{N}\p{Cf}]+/gu;

/** A word of a text, as it is compared, and where it stands. */
export interface TextWord {
  readonly word: string;
  readonly span: Span;
}

/** The words of a text, without what editors wrote into it. */
export function textWords(text: string): TextWord[] {
  return [...withoutEditorialMarks(text).matchAll(WORD)].map(({ 0: word, index }) => ({ word: comparable(word), span: span(index, index + word.length) })).filter(({ word }) => word !== '');
}

/** All places where quoted words stand, among words in their order. `before`: what stood in front of them, by which the likeliest place comes first. */
export function quotedPlaces(words: readonly TextWord[], quoted: string, before: string | null): Span[] {
  const wanted = textWords(quoted).map(({ word }) => word);
  if (wanted.length === 0) return [];
  const ahead = textWords(before ?? '').map(({ word }) => word);
  const found: { readonly place: Span; readonly agrees: number }[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, i) => words[at + i]?.word === word)) continue;
    found.push({ place: span(words[at]!.span.start, words[at + wanted.length - 1]!.span.end), agrees: agreeing(words, at, ahead) });
  }
  return found.sort((one, other) => other.agrees - one.agrees || one.place.start - other.place.start).map(({ place }) => place);
}

/** How many of the words before a place are those that stood there. */
function agreeing(words: readonly TextWord[], at: number, ahead: readonly string[]): number {
  let same = 0;
  while (same < ahead.length && words[at - 1 - same]?.word === ahead[ahead.length - 1 - same]) same++;
  return same;
}
