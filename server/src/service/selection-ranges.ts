import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { DisputedItem, Prose } from '../determination/model.ts';
import { splitSentences } from '../determination/sentences.ts';
import { proseOffset, sourceSpan } from '../determination/prose.ts';
import { offsetAt } from '../markdown/line-index.ts';
import { contains, shift, span, type Span } from '../markdown/span.ts';
import { itemAt, rangeOf, wordsOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { sectionWords } from './section-extent.ts';

/** From a place outwards: word, sentence, field, item, section, letter. One for each position. */
export function selectionRanges(letter: Letter, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = offsetAt(letter.lines, position);
    const outwards = growing(placesAround(letter, offset), offset).reverse();
    return outwards.reduce<SelectionRange | undefined>((parent, place) =>
      ({ range: rangeOf(letter.lines, place), ...(parent && { parent }) }), undefined) ?? { range: { start: position, end: position } };
  });
}

/** Places that may hold the offset, from the narrowest kind to the widest. */
function placesAround(letter: Letter, offset: number): Span[] {
  const { determination, lines } = letter;
  const item = itemAt(determination, offset);
  const passage = determination.passages.findLast(({ start }) => start <= offset);
  const section = determination.sections.find((each) => each.span.start <= offset && offset < each.span.end);
  return [
    wordAt(letter, offset),
    ...(item ? itemPlaces(item, offset) : []),
    ...(passage ? sentencePlaces(passage.reading.prose, passage.start, offset) : []),
    ...(item ? [wordsOf(letter, item)] : []),
    ...(section ? [sectionWords(letter, section)] : []),
    span(0, lines.text.length),
  ];
}

function itemPlaces(item: DisputedItem, offset: number): Span[] {
  const { title, heading, claimsAdministratorGuideline, reviewerGuideline, rationale } = item.reading;
  const fields = [claimsAdministratorGuideline, reviewerGuideline, rationale].flatMap((field) => (field ? [
    ...sentencePlaces(field.prose, item.start, offset),
    shift(field.prose.span, item.start),
    shift(span(Math.min(field.label.start, field.prose.span.start), Math.max(field.label.end, field.prose.span.end)), item.start),
  ] : []));
  return [shift(title.span, item.start), shift(heading, item.start), ...fields];
}

/** The sentence of a field around an offset of the document. */
function sentencePlaces(prose: Prose, start: number, offset: number): Span[] {
  if (!contains(shift(prose.span, start), offset)) return [];
  const at = proseOffset(prose, offset - start);
  return splitSentences(prose.text).filter((sentence) => contains(sentence, at)).slice(0, 1).map((sentence) => shift(sourceSpan(prose, sentence), start));
}

const WORD = /[\p{L}\p{N}'’-]/u;
const LONGEST_WORD = 60;

function wordAt({ lines: { text } }: Letter, offset: number): Span {
  const from = Math.max(0, offset - LONGEST_WORD);
  const around = text.slice(from, offset + LONGEST_WORD);
  let start = offset - from;
  let end = start;
  while (start > 0 && WORD.test(around[start - 1] ?? '')) start--;
  while (end < around.length && WORD.test(around[end] ?? '')) end++;
  return span(from + start, from + end);
}

/** Those that hold the offset and all that are narrower. */
function growing(places: readonly Span[], offset: number): Span[] {
  const grown: Span[] = [];
  for (const place of places) {
    const last = grown.at(-1);
    const holds = contains(place, offset) && place.end > place.start;
    const wider = !last || (place.start <= last.start && place.end >= last.end && place.end - place.start > last.end - last.start);
    if (holds && wider) grown.push(place);
  }
  return grown;
}
