import { matchItems } from '../determination/reading/disputed-list.ts';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { endOfLine, lineBreakOf, nextLine, startOfLine } from '../markdown/source-lines.ts';
import { span, type Span } from '../markdown/span.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import { yamlWords } from './title-places.ts';

type Entry = NonNullable<Determination['listed']>[number];

/** An item and what stands for it in the front matter's list of disputed items. */
interface ListedItem {
  readonly item: DisputedItem;
  readonly entry: Entry;
}

/** In the order of the list. */
function listedItems({ listed, items }: Determination): ListedItem[] {
  const found = [...matchItems(listed ?? [], items).places].map(([item, entry]) => ({ item, entry }));
  return found.sort((one, other) => one.entry.span.start - other.entry.span.start);
}

function entryOf(letter: Determination, item: DisputedItem): Entry | undefined {
  return listedItems(letter).find((each) => each.item === item)?.entry;
}

/** The list follows the items where it had their order. `order`: for each place of the letter the number of the item that comes there. */
export function orderedEntries(letter: Determination, order: readonly number[]): FixEdit[] {
  const before = listedItems(letter);
  if (before.some(({ item }, i) => item.number < (before[i - 1]?.item.number ?? 0))) return [];
  const placeOf = ({ item }: ListedItem): number => order.indexOf(item.number);
  const after = [...before].sort((one, other) => placeOf(one) - placeOf(other));
  return before.flatMap(({ entry }, i) => {
    const other = after[i]?.entry ?? entry;
    return other === entry ? [] : [{ span: entry.span, newText: letter.text.slice(other.span.start, other.span.end) }];
  });
}

/** One entry for two, where both are listed. `joined`: makes their words one. */
export function mergedEntries(letter: Determination, item: DisputedItem, into: DisputedItem, joined: (first: string, second: string) => string): FixEdit[] {
  const [gone, kept] = [entryOf(letter, item), entryOf(letter, into)];
  if (!gone || !kept) return [];
  return [{ span: kept.span, newText: inList(letter.text, kept.span, joined(kept.text, gone.text)) }, { span: wholeEntry(letter.text, gone.span), newText: '' }];
}

/** Two entries for one. Nothing where the second is listed by itself already. `apart`: takes its words apart. */
export function splitEntries(letter: Determination, item: DisputedItem, apart: (words: string) => readonly [string, string]): FixEdit[] {
  const entry = entryOf(letter, item);
  const [first, second] = apart(entry?.text ?? '');
  if (!entry || matchItems(letter.listed ?? [], letter.items).undecided.some(({ text }) => isLike(text, second))) return [];
  const { text } = letter;
  const line = span(startOfLine(text, entry.span.start), endOfLine(text, entry.span.end));
  const lead = text.slice(line.start, entry.span.start);
  const own = { span: entry.span, newText: inList(text, entry.span, first) };
  const added = inList(text, entry.span, second);
  if (!isBlockLead(lead)) return [{ ...own, newText: `${own.newText}, ${added}` }];
  return [own, { span: span(line.end, line.end), newText: `${lineBreakOf(text)}${lead}${added}` }];
}

function isLike(one: string, other: string): boolean {
  return one.toLowerCase().includes(other.toLowerCase()) || other.toLowerCase().includes(one.toLowerCase());
}

/** “  - ” in front of an entry: the list has a line for each. */
function isBlockLead(lead: string): boolean {
  return /^\s*-\s+$/.test(lead);
}

/** Between brackets a comma ends an entry. */
function inList(text: string, entry: Span, words: string): string {
  const isQuoted = /^["']/.test(text.slice(entry.start, entry.end));
  const isFlow = !isBlockLead(text.slice(startOfLine(text, entry.start), entry.start));
  return yamlWords(words, isQuoted || (isFlow && /[,[\]{}]/.test(words)));
}

/** An entry with its line, or in brackets with its comma. */
function wholeEntry(text: string, entry: Span): Span {
  const line = startOfLine(text, entry.start);
  if (isBlockLead(text.slice(line, entry.start))) return span(line, nextLine(text, entry.end));
  const before = /,\s*$/.exec(text.slice(line, entry.start));
  if (before) return span(line + before.index, entry.end);
  return span(entry.start, entry.end + (/^\s*,\s*/.exec(text.slice(entry.end))?.[0].length ?? 0));
}
