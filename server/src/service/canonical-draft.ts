import type { DisputedItem, Section } from '../determination/model.ts';
import known from '../determination/reading/wordings.json' with { type: 'json' };
import { editorialMarks } from '../markdown/editorial-marks.ts';
import type { Block, PlacedBlock } from '../markdown/block.ts';
import { lineEnd, positionAt } from '../markdown/line-index.ts';
import { parseBlocks } from '../markdown/parse.ts';
import type { Sliced } from '../markdown/sliced.ts';
import { countLineBreaks, lineBreakOf, startOfLine } from '../markdown/source-lines.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import type { Letter } from './letter.ts';

/** A part of the letter that has a canonical form, and that form. Offsets of the document. */
interface Part {
  readonly place: Span;
  readonly form: string;
}

/** What may stand around a heading's or a label's words on its line: marks alone, no word and no other kind of block. */
const MARKS = /^[\s#*_]*$/;
const UNDERLINE = /^\s{0,3}(?:=+|-+)\s*$/;

/**
 * The draft in its canonical shape: sections under `##`, items under `###` with their decision behind a colon, labels in bold and in their
 * usual spelling, one blank line between blocks. What has no canonical form, the front matter among it, stands as it is.
 */
export function* canonicalDraft(letter: Letter): Sliced<string> {
  const text = letter.lines.text.slice(0, letter.lines.text.length);
  const eol = lineBreakOf(text);
  const shaped = withParts(text, yield* partsOf(letter, text), eol + eol);
  yield;
  return withBlankLines(shaped, eol);
}

function* partsOf(letter: Letter, text: string): Sliced<Part[]> {
  const { sections, items } = letter.determination;
  const parts = sections.map((section) => sectionPart(letter, section));
  for (const item of items) {
    parts.push(itemPart(letter, text, item), ...labelPlaces(item, text).map((place) => labelPart(letter, text, place)));
    yield;
  }
  return parts.filter((part) => part !== null).sort((a, b) => a.place.start - b.place.start);
}

function sectionPart(letter: Letter, { heading }: Section): Part | null {
  const words = letter.lines.text.slice(heading.start, heading.end);
  const place = wholeLines(letter, heading);
  return place && { place, form: `## ${without(words, '*_')}` };
}

function itemPart(letter: Letter, text: string, { start, reading: { heading, title, decision } }: DisputedItem): Part | null {
  const place = wholeLines(letter, shift(heading, start));
  const words = text.slice(start + heading.start, start + heading.end);
  if (!place || title.text === '' || words.includes('<!--') || editorialMarks(words).length > 0 || (decision && decision.span.start < title.span.end)) return null;
  const titled = plainTitle(text.slice(start + heading.start, start + (decision?.span.start ?? heading.end)));
  return { place, form: decision ? `### ${titled}: ${decision.word}` : `### ${titled}` };
}

function plainTitle(words: string): string {
  return without(words.replace(/\*\*|__/g, '').replace(/\s+/g, ' '), '#*_', '*_:–—-');
}

/** Words without the marks and blanks at either end. */
function without(words: string, leading: string, trailing = leading): string {
  let [start, end] = [0, words.length];
  while (start < end && `${leading} `.includes(words.charAt(start))) start++;
  while (start < end && `${trailing} `.includes(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}

/** The lines of a heading with the underline that it may have; null where other words stand on them. */
function wholeLines({ lines }: Letter, heading: Span): Span | null {
  const from = lines.starts[positionAt(lines, heading.start).line] ?? 0;
  const last = positionAt(lines, heading.end).line;
  const to = lineEnd(lines, last);
  if (!MARKS.test(lines.text.slice(from, heading.start)) || !MARKS.test(lines.text.slice(heading.end, to))) return null;
  const next = lines.starts[last + 1];
  const isUnderlined = next !== undefined && UNDERLINE.test(lines.text.slice(next, lineEnd(lines, last + 1)));
  return span(from, isUnderlined ? lineEnd(lines, last + 1) : to);
}

/** Where an item's labels stand, with the blanks and marks up to the words behind them. */
function labelPlaces({ start, reading }: DisputedItem, text: string): Span[] {
  const { claimsAdministratorGuideline, reviewerGuideline, rationale, dependsOn } = reading;
  const labelled = [claimsAdministratorGuideline, reviewerGuideline, rationale].flatMap((field) => {
    if (!field || field.label.end === field.label.start) return [];
    const between = text.slice(start + field.label.end, start + field.prose.span.start);
    const end = field.prose.text !== '' && /^\s*$/.test(between) ? field.prose.span.start : field.label.end;
    return [shift(span(field.label.start, end), start)];
  });
  const stated = dependsOn && /^[*_]*Depends on[*_]*:?[*_]*\s*/i.exec(text.slice(start + dependsOn.span.start));
  return stated ? [...labelled, span(start + dependsOn.span.start, start + dependsOn.span.start + stated[0].length)] : labelled;
}

function labelPart({ lines }: Letter, text: string, place: Span): Part | null {
  const from = lines.starts[positionAt(lines, place.start).line] ?? 0;
  const label = text.slice(place.start, place.end);
  // A bold that closes behind the words, not behind the label, belongs to the words.
  const isOpen = ((label.match(/\*\*|__/g) ?? []).length) % 2 === 1;
  if (!/^[ \t*_]*$/.test(text.slice(from, place.start)) || isOpen) return null;
  const words = label.replace(/[*_:]/g, '').replace(/\s+/g, ' ').trim();
  return { place: span(from, place.end), form: `**${usualSpelling(words)}:** ` };
}

/** Words that are a known label but for their capitals get its capitals. */
function usualSpelling(words: string): string {
  return Object.values(known.labels).flat().find((label) => label.toLowerCase() === words.toLowerCase()) ?? words;
}

/** Each part in its form, a blank line in front of it; behind a heading, too. */
function withParts(text: string, parts: readonly Part[], blankLine: string): string {
  let result = '';
  let at = 0;
  for (const { place, form } of parts) {
    if (place.start < at) continue;
    const before = text.slice(at, place.start);
    result += before.trimEnd() === '' && at === 0 ? before : `${before.trimEnd()}${gapBehind(before, blankLine)}`;
    result += form.startsWith('#') ? form + blankLine : form;
    at = place.end;
  }
  return result + text.slice(at);
}

/** A comment that stands right above keeps its place: it may speak of the next line. */
function gapBehind(before: string, blankLine: string): string {
  const behind = before.slice(before.lastIndexOf('-->') + '-->'.length);
  const isHugged = before.includes('-->') && behind.trim() === '' && countLineBreaks(behind, 0, behind.length) === 1;
  return isHugged ? blankLine.slice(blankLine.length / 2) : blankLine;
}

/** One blank line between blocks, one line end behind the last. */
function withBlankLines(text: string, eol: string): string {
  const { blocks, frontMatter } = parseBlocks(text);
  let at = frontMatter?.span.end ?? 0;
  let result = text.slice(0, at);
  let above: Block | null = null;
  for (const { block, start } of blocks) {
    result += gapBetween(text.slice(at, start), above, { block, start }, frontMatter !== null, eol) + wordsOf(block);
    at = start + block.text.length;
    above = block;
  }
  const rest = text.slice(at);
  return result + (rest.trim() === '' ? eol : rest);
}

/** Blanks behind the last word of a paragraph say nothing. */
function wordsOf({ type, text }: Block): string {
  return type === 'paragraph' || type === 'heading' ? text.trimEnd() : text;
}

function gapBetween(gap: string, above: Block | null, { block }: Pick<PlacedBlock, 'block' | 'start'>, headed: boolean, eol: string): string {
  if (gap.trim() !== '') return gap;
  const indent = block.type === 'code' ? gap.slice(startOfLine(gap, gap.length)) : '';
  if (above === null) return headed ? eol + eol + indent : gap;
  const isTight = countLineBreaks(gap, 0, gap.length) === 1;
  // Comments and link definitions hug what they belong to.
  if (isTight && [above.type, block.type].some((type) => type === 'html' || type === 'definition')) return gap;
  return eol + eol + indent;
}
