import type { Determination, DisputedItem, GuidelineLine, Rationale } from '../determination/model.ts';
import { lineBreakOf, startOfLine } from '../markdown/source-lines.ts';
import { overlap, shift, span, type Span } from '../markdown/span.ts';
import { decisionEdit } from '../rules/common/edits.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import { enumerated } from '../rules/common/wording.ts';
import type { Change } from './item-change.ts';
import { mergedEntries } from './item-list-entries.ts';
import { renumbered, type NewNumbers } from './item-numbers.ts';
import { itemPieces, pieceText } from './item-pieces.ts';
import { folded, titlePlace } from './title-places.ts';

const ASSOCIATED = /^associated surgical services?:\s*/i;
const FIELDS = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const;
type FieldName = (typeof FIELDS)[number];

/** One item for two, at the place of the second: both requests in its title, and every word of either in its fields. */
export function mergeItems(letter: Determination, gone: DisputedItem, kept: DisputedItem): Change {
  const { text, items } = letter;
  const behind = (number: number): number => (number > gone.number ? number - 1 : number);
  const item = behind(kept.number);
  const newNumbers: NewNumbers = (number) => [number === gone.number ? item : behind(number)];
  const numbers = renumbered(letter, newNumbers);
  const pieces = itemPieces(text, items);
  const goneText = (place: Span): string => pieceText(text, place, numbers).trim();
  const own = ownEdits(letter, gone, kept, { pieces, goneText, newNumbers });
  const leaves = withGap(text, pieces[gone.number - 1]!);
  const beside = numbers.filter(({ span: place }) => !overlap(place, leaves) && !own.some((edit) => edit.span.start < edit.span.end && overlap(edit.span, place)));
  return { edits: [...beside, ...own, { span: leaves, newText: '' }, ...mergedEntries(letter, gone, kept, joinedTitle)], newNumbers, item };
}

interface Merging {
  readonly pieces: readonly Span[];
  /** Words of the item that goes, with the numbers that they name as they are then. */
  readonly goneText: (place: Span) => string;
  readonly newNumbers: NewNumbers;
}

/** What changes in the item that stays. */
function ownEdits({ text }: Determination, gone: DisputedItem, kept: DisputedItem, { pieces, goneText, newNumbers }: Merging): FixEdit[] {
  const [from, into] = [fieldPlaces(text, gone, pieces[gone.number - 1]!), fieldPlaces(text, kept, pieces[kept.number - 1]!)];
  const eol = lineBreakOf(text);
  const title = joinedTitle(kept.reading.title.text, gone.reading.title.text);
  const value = gone.reading.decision?.value;
  const head = [
    ...(title === kept.reading.title.text ? [] : [{ span: titlePlace(kept), newText: title }]),
    ...(value && !kept.reading.decision?.value ? [shifted(decisionEdit(kept.reading, value), kept)] : []),
    ...dependsOnEdits(text, gone, kept, newNumbers),
  ];
  const comments = goneText(span(pieces[gone.number - 1]!.start, gone.start));
  const lead = goneText(leadPlace(gone, from));
  const above = comments === '' ? [] : [{ span: span(pieces[kept.number - 1]!.start, pieces[kept.number - 1]!.start), newText: comments + eol }];
  const fields = FIELDS.flatMap((name) => {
    const words = from.places[name] ? goneText(wordsPlace(gone, gone.reading[name], from.places[name])) : '';
    const more = name === 'rationale' ? [lead, words].filter(Boolean).join(eol + eol) : words;
    return more === '' ? [] : fieldEdits(text, kept, name, into, more, from.places[name] ? goneText(from.places[name]) : more, eol);
  });
  return [...above, ...head, ...fields];
}

/** What stands between the heading and the first field, but for what the item depends on. */
function leadPlace({ start, reading: { heading, dependsOn } }: DisputedItem, { places, end }: FieldPlaces): Span {
  const to = Math.min(end, ...FIELDS.map((name) => places[name]?.start ?? Infinity));
  const behind = start + (dependsOn?.span.end ?? 0);
  return span(behind <= to ? Math.max(start + heading.end, behind) : start + heading.end, to);
}

interface FieldPlaces {
  readonly places: Readonly<Partial<Record<FieldName, Span>>>;
  readonly end: number;
}

/** From each label to the next one, comments and all. Offsets of the document. */
function fieldPlaces(text: string, { start, reading }: DisputedItem, piece: Span): FieldPlaces {
  const begins = FIELDS.flatMap((name) => (reading[name] ? [{ name, at: fieldStart(text, start + reading[name].label.start) }] : [])).sort((one, other) => one.at - other.at);
  const ends = [...begins.map(({ at }) => at), ...(reading.dependsOn ? [fieldStart(text, start + reading.dependsOn.span.start)] : []), piece.end].sort((one, other) => one - other);
  return { places: Object.fromEntries(begins.map(({ name, at }) => [name, span(at, ends.find((end) => end > at) ?? piece.end)])), end: piece.end };
}

/** With the marks of emphasis in front of the label. */
function fieldStart(text: string, label: number): number {
  const line = startOfLine(text, label);
  return /^[\s*_]*$/.test(text.slice(line, label)) ? line : label;
}

function wordsPlace({ start }: DisputedItem, field: GuidelineLine | Rationale | null, place: Span): Span {
  const at = field && (field.prose.text === '' ? field.label.end : field.prose.span.start);
  return span(Math.min(place.end, start + (at ?? 0)), place.end);
}

/** Words behind those that the field has, unless it says so already; where it has none, the whole field. */
function fieldEdits(text: string, kept: DisputedItem, name: FieldName, { places, end }: FieldPlaces, words: string, field: string, eol: string): FixEdit[] {
  const own = places[name];
  if (!own) {
    const next = FIELDS.slice(FIELDS.indexOf(name)).map((each) => places[each]?.start).find((at) => at !== undefined);
    return [next === undefined ? { span: span(end, end), newText: `${eol}${eol}${field}` } : { span: span(next, next), newText: `${field}${eol}${eol}` }];
  }
  const has = text.slice(wordsPlace(kept, kept.reading[name], own).start, own.end);
  if (folded(has).includes(folded(words))) return [];
  const at = own.start + text.slice(own.start, own.end).trimEnd().length;
  const gap = has.trim() === '' ? ' ' : name === 'rationale' ? eol + eol : /[.!?]$/.test(has.trim()) ? ' ' : '. ';
  return [{ span: span(at, at), newText: gap + words }];
}

/** What both depend on, without themselves. */
function dependsOnEdits(text: string, gone: DisputedItem, kept: DisputedItem, newNumbers: NewNumbers): FixEdit[] {
  const theirs = gone.reading.dependsOn;
  if (!theirs) return [];
  const own = kept.reading.dependsOn;
  const all = [...(own?.numbers ?? []), ...theirs.numbers].flatMap(({ value }) => newNumbers(value)).filter((number) => number !== newNumbers(kept.number)[0]);
  const numbers = [...new Set(all)].sort((one, other) => one - other);
  if (numbers.length === 0) return [];
  const words = `**Depends on:** ${numbers.length === 1 ? 'item' : 'items'} ${enumerated(numbers)}`;
  const eol = lineBreakOf(text);
  if (!own) return [{ span: span(kept.start + kept.reading.heading.end, kept.start + kept.reading.heading.end), newText: `${eol}${eol}${words}` }];
  const place = shift(own.span, kept.start);
  return [{ span: span(fieldStart(text, place.start), place.end), newText: words }];
}

/** “Knee brace and cold unit”; one of two that say the same. */
export function joinedTitle(kept: string, gone: string): string {
  if (folded(kept).includes(folded(gone))) return kept;
  if (folded(gone).includes(folded(kept))) return gone;
  const words = ASSOCIATED.test(kept) ? gone.replace(ASSOCIATED, '') : gone;
  return `${kept} and ${/^\p{Lu}\p{Ll}/u.test(words) && !isName(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}`;
}

/** A drug is written with a capital where its name is a brand; nobody is wrong who leaves it. */
function isName(words: string): boolean {
  return /^\S+\s\d/.test(words);
}

/** With the blank lines in front of it. */
function withGap(text: string, { start, end }: Span): Span {
  return span(text.slice(0, start).trimEnd().length, end);
}

function shifted({ span: place, newText }: FixEdit, { start }: DisputedItem): FixEdit {
  return { span: shift(place, start), newText };
}
