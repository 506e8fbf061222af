import type { LetterRemarks, Remark, RemarkState, Said } from '../../../protocol/remarks.ts';
import type { DisputedItem } from '../determination/model.ts';
import type { EditorialMark } from '../markdown/editorial-marks.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { noRemarks, type KeptAnswer, type KeptRemark, type RemarksFile } from '../settings/remarks.ts';
import { itemAt, rangeOf } from './cursor.ts';
import { letterKey } from './decisions.ts';
import type { Letter } from './letter.ts';
import { remarkComments } from './open-ends.ts';
import { quotedPlaces, textWords, type TextWord } from './quoted-words.ts';

/** What stays of longer words that a remark speaks of. */
const MOST_WORDS = 60;
const WORDS_BEFORE = 5;

/** The file of remarks beside a letter, the letter's own file name, and the fingerprint of its text, to know who has read this very one. */
export interface Beside {
  readonly kept: RemarksFile;
  readonly fileName: string;
  readonly sha256: string;
}

/** What others said of a letter: in the file beside it, and in itself. */
export function remarksOf(letter: Letter, { kept, fileName, sha256 }: Beside = { kept: noRemarks, fileName: '', sha256: '' }): LetterRemarks {
  const key = letterKey(letter.determination, fileName);
  const remarks = [...keptRemarks(letter, kept, key), ...marked(letter), ...commented(letter)];
  return {
    remarks: remarks.sort((one, other) => one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character),
    readings: kept.readings.filter(({ letter: read }) => read === key).map(({ who, when, read }) => ({ who, when, isThisText: read === sha256 })),
    problems: kept.problems,
  };
}

/** A remark on a stretch of a letter, or on all of an item or letter where the stretch is empty. */
export function remarkOn(letter: Letter, place: Span, said: Pick<KeptRemark, 'id' | 'letter' | 'text' | 'proposal'> & Said): KeptRemark {
  const { determination, lines } = letter;
  const item = itemAt(determination, place.start);
  const text = lines.text.toString();
  const within = textWords(text.slice(place.start, place.end)).map((word) => shift(word.span, place.start));
  const quoted = within.length === 0 ? null : text.slice(within[0]!.start, within[Math.min(within.length, MOST_WORDS) - 1]!.end);
  const ahead = textWords(text.slice(item?.start ?? 0, place.start)).slice(-WORDS_BEFORE).map(({ word }) => word).join(' ');
  const { id, letter: key, text: words, proposal, who, when } = said;
  return {
    id, letter: key, item: item?.reading.title.text ?? null, words: quoted === null ? null : oneLine(quoted),
    before: quoted === null || ahead === '' ? null : ahead, text: words, proposal, who, when,
  };
}

function keptRemarks(letter: Letter, { remarks, answers }: RemarksFile, key: string): Remark[] {
  const own = remarks.filter((each) => each.letter === key);
  if (own.length === 0) return [];
  const words = textWords(letter.lines.text.toString());
  return own.map((remark): Remark => {
    const { id, text, words: quoted, proposal, who, when } = remark;
    const said = answers.filter(({ on }) => on === id);
    const { state, settled } = stateOf(said);
    const { place, item, isFound } = placeOf(letter, words, remark, state);
    return {
      form: 'kept', id, text, words: quoted, proposal, item: item?.number ?? null, range: rangeOf(letter.lines, place), isFound, said: { who, when },
      answers: said.flatMap((answer) => (answer.text === null ? [] : [{ text: answer.text, who: answer.who, when: answer.when }])), state, settled,
    };
  });
}

/** The last state that somebody gave it. */
function stateOf(answers: readonly KeptAnswer[]): { readonly state: RemarkState; readonly settled: Said | null } {
  const last = answers.findLast(({ state }) => state !== null);
  return { state: last?.state ?? 'open', settled: last ? { who: last.who, when: last.when } : null };
}

interface RemarkPlace {
  readonly place: Span;
  readonly item: DisputedItem | null;
  readonly isFound: boolean;
}

/** In its item, by its words; elsewhere in the letter only where they stand but once. Without them, at its item or at the letter's beginning. */
function placeOf({ determination: { items } }: Letter, all: readonly TextWord[], { item: title, words, before, proposal }: KeptRemark, state: RemarkState): RemarkPlace {
  const named = items.filter(({ reading }) => reading.title.text === title);
  const quoted = state === 'taken' ? proposal ?? words : words;
  const within = (item: DisputedItem): readonly TextWord[] => all.filter(({ span: { start, end } }) => item.start <= start && end <= item.end);
  if (quoted !== null) {
    for (const item of named) {
      const [place] = quotedPlaces(within(item), quoted, before);
      if (place) return { place, item, isFound: true };
    }
    const anywhere = quotedPlaces(all, quoted, before);
    const place = anywhere[0];
    if (place && (title === null || anywhere.length === 1)) return { place, item: items.find(({ start, end }) => start <= place.start && place.end <= end) ?? null, isFound: true };
  }
  const item = named[0];
  if (item) return { place: shift(item.reading.title.span, item.start), item, isFound: quoted === null };
  return { place: span(0, 0), item: null, isFound: quoted === null && title === null };
}

/** Remarks that stand in the letter as CriticMarkup, on the words that they point at. */
function marked(letter: Letter): Remark[] {
  const { marks } = letter.determination;
  return marks.flatMap((mark, i): Remark[] => {
    if (mark.kind !== 'remark') return [];
    const pointed = marks.slice(0, i).findLast(({ kind }) => kind === 'highlight');
    const on = pointed && pointed.span.end === mark.span.start ? pointed : null;
    return [inLetter(letter, 'criticmarkup', mark.words, span(on?.span.start ?? mark.span.start, mark.span.end), on)];
  });
}

function commented(letter: Letter): Remark[] {
  return remarkComments(letter).map(({ words, span: place }) => inLetter(letter, 'comment', words, place, null));
}

function inLetter(letter: Letter, form: Remark['form'], text: string, place: Span, on: EditorialMark | null): Remark {
  return {
    form, id: null, text: oneLine(text), words: on && oneLine(on.words), proposal: null, item: itemAt(letter.determination, place.start)?.number ?? null, range: rangeOf(letter.lines, place),
    isFound: true, said: null, answers: [], state: 'open', settled: null,
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
