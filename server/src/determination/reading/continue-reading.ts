import type { BlockDocument, PlacedBlock } from '../../markdown/block.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { cutProse } from './cut-words.ts';
import { dependenciesOf, surgeriesAmong } from '../argument/dependencies.ts';
import { determinationOf } from '../determination.ts';
import { isoDate } from './facts.ts';
import type { ItemLines } from './item-lines.ts';
import type { ItemReader } from './item-reader.ts';
import { isBroken, type LineReader } from './letter-lines.ts';
import type { Line } from './lines.ts';
import { mayBeMarked } from './marks.ts';
import type { Dependency, Determination, DisputedItem } from '../model.ts';
import { maySuppress } from './suppressions.ts';
import { isRegarding } from './title-line.ts';
import { isUnplacedMark } from './unplaced.ts';

/** A document as it was read. */
export interface Reading {
  readonly document: BlockDocument;
  readonly determination: Determination;
  /** Where the items stand among the lines; null where not every item opens with a Markdown heading: then words in a paragraph can move where one begins. */
  readonly places: readonly ItemLines[] | null;
}

/**
 * Reads a version of the document from the one before, where nothing but the words of one paragraph in one item differ: as somebody
 * types, that is nearly always so, and then nothing but that item is read. Null where it isn't; the result is that of a reading afresh.
 */
export function continueReading(last: Reading, document: BlockDocument, lines: LineReader, readItem: ItemReader): Reading | null {
  const { determination: before } = last;
  if (!last.places || document.frontMatter !== last.document.frontMatter || !before.frontMatter?.entries.length || before.suppressions.length > 0 || before.marks.length > 0 || before.unread.length > 0 || before.setAside.length > 0) return null;
  const by = document.text.length - last.document.text.length;
  const changed = onlyChange(last.document.blocks, document.blocks, by);
  if (changed === null || !keepsStructure(last.document.blocks, document.blocks, changed, lines)) return null;
  const edited = document.blocks[changed]?.start ?? 0;
  const number = before.items.findIndex(({ start, end }) => start < edited && edited < end) + 1;
  const old = before.items[number - 1];
  const place = last.places[number - 1];
  if (!old || !place) return null;

  const end = old.end + by;
  const own = lines.ofBlocks(blocksOf(document.blocks, changed, { start: old.start, end }));
  const reading = readItem({ lines: own, place: { title: 0, body: place.body - place.title, end: place.end - place.title }, start: old.start, end, markdown: true }, isoDate(before.facts.get('ur-denial-date')));
  if (cutProse(reading)) return null;
  const items = before.items.map((item, i): DisputedItem => {
    if (i < number - 1) return item;
    return i === number - 1 ? { number, start: old.start, end, reading } : { ...item, start: item.start + by, end: item.end + by };
  });
  return {
    document,
    places: last.places,
    determination: determinationOf(document, {
      layout: before.layout, isDetermination: before.isDetermination, facts: before.facts, listed: before.listed, suppressions: before.suppressions,
      decisionList: before.decisionList.map((entry) => ({ ...entry, decision: { ...entry.decision, span: moved(entry.decision.span, edited, by) } })),
      sections: before.sections.map((section) => ({ ...section, heading: moved(section.heading, edited, by), span: moved(section.span, edited, by) })),
      items,
      unread: before.unread,
      dependencies: dependencies(before.dependencies, items, number, by),
      unplaced: before.unplaced && { said: moved(before.unplaced.said, edited, by), span: moved(before.unplaced.span, edited, by) },
      passages: before.passages.map((passage) => (passage.start > edited ? { ...passage, start: passage.start + by } : passage)),
    }),
  };
}

/** The index of the one block that was replaced by another, `by` longer and of as many lines; null where more, or none, has changed. */
function onlyChange(old: readonly PlacedBlock[], now: readonly PlacedBlock[], by: number): number | null {
  if (old.length !== now.length) return null;
  let at = 0;
  while (at < now.length && now[at] === old[at]) at++;
  if (at === now.length || now[at]?.start !== old[at]?.start || now[at]?.line !== old[at]?.line) return null;
  for (let i = at + 1; i < now.length; i++) {
    const [was, is] = [old[i]!, now[i]!];
    if (is.block !== was.block || is.start !== was.start + by || is.line !== was.line) return null;
  }
  return at;
}

/** Whether the lines of a paragraph say the same of the letter's structure as they did, and so nothing else can have changed. */
function keepsStructure(old: readonly PlacedBlock[], now: readonly PlacedBlock[], at: number, lines: LineReader): boolean {
  const [before, after] = [old[at]?.block, now[at]?.block];
  if (before?.type !== 'paragraph' || after?.type !== 'paragraph' || maySuppress(after) || mayBeMarked(after) || after.unparsed) return false;
  const [were, are] = [lines.ofBlock(before), lines.ofBlock(after)];
  const above = at > 0 ? lines.ofBlock(now[at - 1]!.block).at(-1) : undefined;
  const [wasBelow, below] = [old, now].map((blocks) => (blocks[at + 1] ? lines.ofBlock(blocks[at + 1]!.block)[0] : undefined));
  return were.length > 0 && were.length === are.length
    && are.every((line, i) => isSameKind(were[i]!, line) && isBroken(were[i - 1] ?? above, were[i]) === isBroken(are[i - 1] ?? above, line))
    // Right above a label, words may be the title of an item.
    && !are.some((line, i) => !line.label && (are[i + 1] ?? below)?.label)
    && isBroken(were.at(-1), wasBelow) === isBroken(are.at(-1), below);
}

function isSameKind(one: Line, other: Line): boolean {
  const plain = (line: Line): boolean => line.heading === 0 && line.section === null && line.decision === null && !isRegarding(line.text) && !isUnplacedMark(line.text);
  return plain(one) && plain(other) && one.row === other.row && one.pageBreak === other.pageBreak && one.label?.kind === other.label?.kind && isSameLabel(one, other);
}

/** Also in whether words stand behind it. */
function isSameLabel(one: Line, other: Line): boolean {
  if (!one.label || !other.label) return one.label === other.label;
  const isEmpty = ({ label, text }: Line): boolean => label !== null && label.end >= text.length;
  return one.label.isListed === other.label.isListed && isEmpty(one) === isEmpty(other);
}

/** The blocks of an item, around the one at `changed`. */
function blocksOf(blocks: readonly PlacedBlock[], changed: number, { start, end }: Span): readonly PlacedBlock[] {
  let from = changed;
  while (from > 0 && blocks[from]!.start > start) from--;
  let to = changed + 1;
  while (to < blocks.length && blocks[to]!.start < end) to++;
  return blocks.slice(from, to);
}

/** A place after something at `edited` has grown by `by`. */
function moved(place: Span, edited: number, by: number): Span {
  if (place.start > edited) return shift(place, by);
  return place.end > edited ? span(place.start, place.end + by) : place;
}

function dependencies(before: readonly Dependency[], items: readonly DisputedItem[], number: number, by: number): Dependency[] {
  const item = items[number - 1];
  return [
    ...before.filter((each) => each.item < number),
    ...(item ? dependenciesOf(item, items, surgeriesAmong(items)) : []),
    ...before.filter((each) => each.item > number).map((each) => ({ ...each, span: shift(each.span, by) })),
  ];
}
