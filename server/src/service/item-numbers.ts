import type { Determination, DisputedItem, ItemReading, Prose } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import { ownText } from '../determination/quotations.ts';
import { numberGroups, ORDINALS, type NumberGroup } from '../determination/argument/references.ts';
import { endOfLine, startOfLine } from '../markdown/source-lines.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { enumerated } from '../rules/common/wording.ts';
import type { FixEdit } from '../rules/engine/rule.ts';

/** The numbers that an item has after a change, by the one that it has now: two where it is split, the other's where it is merged. */
export type NewNumbers = (number: number) => readonly number[];

/** Spans: offsets of the document. */
type Numbers = NumberGroup['numbers'];

/** All numbers by which a draft names its items, as they are after a change: headings, “Depends on”, “items 1 and 2”, “the third request”. Offsets of the document. */
export function renumbered(letter: Determination, newNumbers: NewNumbers): FixEdit[] {
  const { items, passages, text } = letter;
  const inText = (group: NumberGroup, place: (at: Span) => Span): FixEdit[] =>
    groupEdits(text, { ...group, numbers: group.numbers.map(({ value, span: at }) => ({ value, span: place(at) })) }, newNumbers);
  const ofItems = items.flatMap((item) => [
    ...headingNumber(text, item, newNumbers(item.number)[0] ?? item.number),
    ...dependsOnEdits(text, item, newNumbers),
    ...prosesOf(item.reading).flatMap((prose) => numberGroups(prose).flatMap((group) => inText(group, (at) => shift(sourceSpan(prose, at), item.start)))),
  ]);
  const around = passages.filter(({ section }) => section === 'issues-decisions-and-rationales').flatMap(({ start, reading: { prose } }) =>
    numberGroups(prose).flatMap((group) => inText(group, (at) => shift(sourceSpan(prose, at), start))));
  return [...ofItems, ...around];
}

/** Numbers by words in which they aren't sure to mean an item (“see the third request”), and which would be another one now. By the items that say so. */
export function looseNumbers({ items }: Determination, newNumbers: NewNumbers): { readonly item: number; readonly words: string }[] {
  const changes = (value: number): boolean => value >= 1 && value <= items.length && newNumbers(value).join() !== String(value);
  return items.flatMap((item) => prosesOf(item.reading).flatMap((prose) => {
    const read = numberGroups(prose).flatMap(({ numbers }) => numbers.map(({ span: { start } }) => start));
    return [...ownText(prose).matchAll(NAMED)].flatMap(({ 0: words, index, groups }) => {
      const written = groups?.['digits'] ?? groups?.['ordinal'] ?? '';
      const value = ORDINALS.indexOf(written.toLowerCase()) + 1 || Number(written);
      return changes(value) && !read.includes(index + words.indexOf(written)) ? [{ item: item.number, words }] : [];
    });
  }));
}

const NAMED = new RegExp([
  '\\b(?:items?|questions?|issues?|requests?)\\s(?:no\\.\\s|numbers?\\s|#\\s?)?(?<digits>\\d{1,2})\\b(?!\\s(?:mg|visits?|sessions?))',
  `\\b(?<ordinal>${ORDINALS.join('|')})\\s(?:disputed\\s)?(?:item|question|issue|request)\\b`,
].join('|'), 'gi');

/** The words of an item in which it may name others. What the claims administrator said is somebody else's. */
function prosesOf({ title, reviewerGuideline, rationale }: ItemReading): Prose[] {
  return [title, reviewerGuideline?.prose, rationale?.prose].filter((prose) => prose !== undefined);
}

/** The number in front of a title (“2. Knee brace”, “Item 2: …”), where it is the item's own. */
export function headingNumber(text: string, { number, start, reading: { heading, title } }: DisputedItem, to: number): FixEdit[] {
  const lead = text.slice(start + heading.start, start + title.span.start);
  const digits = /\d{1,3}(?=\D*$)/.exec(lead);
  if (!digits || Number(digits[0]) !== number || to === number) return [];
  const at = start + heading.start + digits.index;
  return [{ span: span(at, at + digits[0].length), newText: String(to) }];
}

/** An item that would depend on itself doesn't say so any more. */
function dependsOnEdits(text: string, { number, start, reading: { dependsOn } }: DisputedItem, newNumbers: NewNumbers): FixEdit[] {
  if (!dependsOn || dependsOn.numbers.length === 0) return [];
  const own = newNumbers(number);
  const others: NewNumbers = (parent) => newNumbers(parent).filter((each) => parent === number || !own.includes(each));
  if (dependsOn.numbers.every(({ value }) => others(value).length === 0)) return [{ span: withItsLine(text, shift(dependsOn.span, start)), newText: '' }];
  return groupEdits(text, { numbers: dependsOn.numbers.map(({ value, span: at }) => ({ value, span: shift(at, start) })), inOrder: false }, others);
}

/** A field with its marks and the blank lines behind it. */
function withItsLine(text: string, { start, end }: Span): Span {
  const from = /^[\s*_]*$/.test(text.slice(startOfLine(text, start), start)) ? startOfLine(text, start) : start;
  const behind = text.slice(endOfLine(text, end));
  return span(from, endOfLine(text, end) + behind.length - behind.trimStart().length);
}

function groupEdits(text: string, { numbers, inOrder }: NumberGroup, newNumbers: NewNumbers): FixEdit[] {
  const before = numbers.map(({ value }) => value);
  const after = before.map(newNumbers);
  if (after.every((each, i) => each.length === 1 && each[0] === before[i])) return [];
  const flat = after.flat();
  const isOneToOne = rangeMark(text, numbers) === null && after.every(({ length }) => length === 1) && new Set(flat).size === flat.length;
  return isOneToOne ? inPlace(text, numbers, inOrder || !isAscending(before) ? flat : ascending(flat)) : [wholeGroup(text, numbers, ascending(flat)), ...nounEdits(text, numbers, new Set(flat).size)];
}

/** Each number where the old one stands, so that the words between stay as they are. */
function inPlace(text: string, numbers: Numbers, values: readonly number[]): FixEdit[] {
  return numbers.map(({ span: at }, i) => ({ span: at, newText: inItsForm(text.slice(at.start, at.end), values[i] ?? 0) })).filter(({ span: at, newText }) => text.slice(at.start, at.end) !== newText);
}

/** The whole enumeration anew, where it gets longer or shorter, or has a range that is none any more. */
function wholeGroup(text: string, numbers: Numbers, values: readonly number[]): FixEdit {
  const place = placeOf(numbers);
  const unique = [...new Set(values)];
  const first = numbers[0]?.span ?? place;
  const words = unique.map((value) => inItsForm(text.slice(first.start, first.end), value));
  const mark = rangeMark(text, numbers);
  const goesOn = unique.length > 1 && unique.every((value, i) => i === 0 || value === (unique[i - 1] ?? 0) + 1);
  return { span: place, newText: mark !== null && goesOn ? `${words[0]}${mark}${words.at(-1)}` : enumerated(words) };
}

/** What stands between the ends of a range, “ to ” or a dash; null where the numbers are told one by one. */
function rangeMark(text: string, numbers: Numbers): string | null {
  const places = [...new Map(numbers.map(({ span: place }) => [place.start, place])).values()];
  const between = places.slice(1).map(({ start }, i) => text.slice(places[i]?.end, start));
  return between.find((words) => /^(?:\s?[-–—]\s?|\s(?:to|through)\s)$/.test(words)) ?? null;
}

/** “Items 2 and 3” becomes “item 2”, and the other way. */
function nounEdits(text: string, numbers: Numbers, count: number): FixEdit[] {
  const { start, end } = placeOf(numbers);
  const before = /\b(?:item|question|issue|request)(s?)\s(?:numbers?\s|nos?\.\s|#\s?)?$/i.exec(text.slice(Math.max(0, start - 30), start));
  const behind = before ? null : /^\s(?:item|question|issue|request)(s?)\b/i.exec(text.slice(end, end + 12));
  const plural = before?.[1] ?? behind?.[1];
  if (plural === undefined || (plural !== '') === (count > 1)) return [];
  const at = before ? start - before[0].length + /^[a-z]+?(?=s?\s)/i.exec(before[0])![0].length : end + /^\s[a-z]+?(?=s?\b)/i.exec(behind![0])![0].length;
  return [{ span: span(at, at + plural.length), newText: count > 1 ? 's' : '' }];
}

function placeOf(numbers: Numbers): Span {
  return span(Math.min(...numbers.map(({ span: { start } }) => start)), Math.max(...numbers.map(({ span: { end } }) => end)));
}

/** As the words write it: in figures, or as “third”. */
function inItsForm(written: string, value: number): string {
  const ordinal = ORDINALS[value - 1];
  if (/\d/.test(written) || ordinal === undefined) return String(value);
  return /^[A-Z]/.test(written) ? ordinal.charAt(0).toUpperCase() + ordinal.slice(1) : ordinal;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] ?? 0) <= value);
}
