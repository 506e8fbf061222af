/**
 * The one place where a text's characters become words that can be compared. What nobody sees changes nothing: white space of any
 * width is one blank, soft hyphens and the like are left out, a ligature is its letters, a hyphen is a hyphen. In Markdown the marks
 * of emphasis, escapes, entities, inline tags and footnotes go too. Each character keeps its way back to the source.
 */
import { CHANGING_LENGTH, combiningMarks, FOLDED_CHARACTERS, readAs, withPlainCharacters } from './characters.ts';
import { Folding, type Folded } from './folded.ts';
import { attributedSpans, markupAt, type Markup } from './markup.ts';

const MARKUP = '*_\\\\&<[\\]';
/** Whether a text has something to fold. Most lines don't, or little. */
const IN_PLAIN_TEXT = new RegExp(`[${FOLDED_CHARACTERS}]|^ | (?: |$)`);
const IN_MARKDOWN = new RegExp(`[${MARKUP}${FOLDED_CHARACTERS}]|^ | (?: |$)`);
/** The places to look at where every white space is a blank already, and every hyphen a hyphen. */
const PLACE_IN_PLAIN_TEXT = new RegExp(`[${CHANGING_LENGTH}]| {2}`, 'g');
const PLACE_IN_MARKDOWN = new RegExp(`[${MARKUP}${CHANGING_LENGTH}]| {2}`, 'g');

/**
 * Folds one line, or any text that is none. Never fails. The words have single blanks, and none at either end; the runs' sources count
 * from the text's beginning. Takes linear time, and next to none for a text in which nothing is to be folded.
 */
export function fold(text: string, markdown: boolean): Folded {
  if (!(markdown ? IN_MARKDOWN : IN_PLAIN_TEXT).test(text)) return unchanged(text);
  return foldPlaces(withPlainCharacters(text), markdown);
}

function unchanged(text: string): Folded {
  return { text, runs: text === '' ? [] : [{ at: 0, source: 0, length: text.length }] };
}

function foldPlaces(text: string, markdown: boolean): Folded {
  const folding = new Folding();
  const spans = markdown ? attributedSpans(text) : null;
  const places = markdown ? PLACE_IN_MARKDOWN : PLACE_IN_PLAIN_TEXT;
  let from = 0;
  places.lastIndex = 0;
  for (let match = places.exec(text); match; match = places.exec(text)) {
    const at = match.index;
    const change: Change | null = spans?.get(at) ?? (markdown ? markupAt(text, at) : null) ?? characterAt(text, at, from);
    if (!change) continue;
    const { words, length, back = 0 } = change;
    folding.take(text.slice(from, at - back), from);
    folding.take(readAs(words), at - back, back + length);
    from = at + length;
    places.lastIndex = from;
  }
  folding.take(text.slice(from), from);
  return folding.folded();
}

/** What is read instead of characters, `back` of which stand before the place. */
interface Change extends Markup {
  readonly back?: number;
}

/** `from`: what stands before it was read already. */
function characterAt(text: string, at: number, from: number): Change | null {
  const character = text[at]!;
  if (character === ' ') return { length: 2, words: ' ' };
  const marks = combiningMarks(text, at);
  if (marks > 0) return at === from ? null : { back: 1, length: marks, words: text.slice(at - 1, at + marks).normalize('NFC') };
  const words = readAs(character);
  return words === character ? null : { length: 1, words };
}
