import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { DisputedItem, Section } from '../determination/model.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { rangeOf, wordsOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { sectionWords } from './section-extent.ts';

const FIELDS = [
  ['claimsAdministratorGuideline', 'Claims administrator guideline'],
  ['reviewerGuideline', 'Reviewer guideline'],
  ['rationale', 'Decision rationale'],
] as const;
const LONGEST_DETAIL = 80;

/** The outline: sections, the items in theirs, and the fields of each item. */
export function documentSymbols(letter: Letter): DocumentSymbol[] {
  const { sections, items } = letter.determination;
  const inSection = (section: Section, item: DisputedItem): boolean => section.span.start <= item.start && item.start < section.span.end;
  const outline = sections.map((section) => sectionSymbol(letter, section, items.filter((item) => inSection(section, item))));
  const others = items.filter((item) => !sections.some((section) => inSection(section, item))).map((item) => itemSymbol(letter, item));
  return [...outline, ...others].sort((a, b) => a.range.start.line - b.range.start.line);
}

function sectionSymbol(letter: Letter, section: Section, items: readonly DisputedItem[]): DocumentSymbol {
  const { lines } = letter;
  return {
    name: lines.text.slice(section.heading.start, section.heading.end),
    kind: SymbolKind.Namespace,
    range: rangeOf(lines, sectionWords(letter, section)),
    selectionRange: rangeOf(lines, section.heading),
    children: items.map((item) => itemSymbol(letter, item)),
  };
}

function itemSymbol(letter: Letter, item: DisputedItem): DocumentSymbol {
  const { number, start, reading } = item;
  return {
    name: `${number}. ${reading.title.text}`,
    detail: reading.decision?.word ?? 'no decision',
    kind: SymbolKind.Class,
    range: rangeOf(letter.lines, wordsOf(letter, item)),
    selectionRange: rangeOf(letter.lines, reading.title.span.start < 0 ? span(start, start) : shift(reading.title.span, start)),
    children: FIELDS.flatMap(([field, name]) => fieldSymbol(letter, item, field, name)),
  };
}

function fieldSymbol({ lines }: Letter, { start, reading }: DisputedItem, field: typeof FIELDS[number][0], name: string): DocumentSymbol[] {
  const own = reading[field];
  if (!own) return [];
  const { text } = own.prose;
  const whole = span(Math.min(own.label.start, own.prose.span.start), Math.max(own.label.end, own.prose.span.end));
  const chosen: Span = own.label.end > own.label.start ? own.label : whole;
  return [{
    name,
    detail: text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL - 1).trimEnd()}…` : text,
    kind: SymbolKind.Field,
    range: rangeOf(lines, shift(whole, start)),
    selectionRange: rangeOf(lines, shift(chosen, start)),
  }];
}
