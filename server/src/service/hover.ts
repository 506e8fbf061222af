import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import type { DependencyReason, DisputedItem, Rationale } from '../determination/model.ts';
import { contains, shift, span, type Span } from '../markdown/span.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import { itemName, shortTitle } from '../rules/common/wording.ts';
import { citationWords } from './citation-words.ts';
import { cursorAt, itemByNumber, rangeOf, type Cursor } from './cursor.ts';
import { conclusionWords, decisionMeaning } from './decision-words.ts';
import { mentionsAt } from './definition.ts';
import type { Letter } from './letter.ts';
import { citationsOf, itemMentions } from './mentions.ts';
import type { Note } from './note.ts';
import { ruleWords, suppressedRuleAt } from './suppression-words.ts';

interface Found {
  readonly place: Span;
  readonly note: Note;
}

/** What the words at a place mean: a rule that a comment names, a citation, a decision, a dependence on another item, a placeholder. */
export function hover(letter: Letter, position: Position, { markdown }: { readonly markdown: boolean }): Hover | null {
  const cursor = cursorAt(letter, position);
  const { item } = cursor;
  const found = ruleAt(cursor) ?? (item && (placeholderAt(cursor) ?? decisionAt(item, cursor) ?? citationAt(letter, item, cursor)
    ?? dependenceAt(letter, cursor) ?? titleAt(letter, item, cursor)));
  if (!found) return null;
  const { title } = found.note;
  const paragraphs = found.note.paragraphs.map(withPrintedDates);
  const value = markdown ? [`**${escapeMarkdown(title)}**`, ...paragraphs.map(escapeMarkdown)].join('\n\n') : [title, ...paragraphs].join('\n');
  return { contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value }, range: rangeOf(letter.lines, found.place) };
}

function ruleAt(cursor: Cursor): Found | null {
  const found = suppressedRuleAt(cursor);
  return found && { place: found.place, note: { title: found.rule.id, paragraphs: ruleWords(found.rule) } };
}

function placeholderAt({ before, after, offset }: Cursor): Found | null {
  const open = before.lastIndexOf('[[');
  const close = after.indexOf(']]');
  if (open < 0 || close < 0 || before.includes(']]', open) || after.slice(0, close).includes('[[')) return null;
  const words = before.slice(open + 2) + after.slice(0, close);
  const place = span(offset - (before.length - open), offset + close + 2);
  const advice = `Write ${words.trim() || 'what belongs here'}, or take it out: the letter must not go out with it.`;
  return { place, note: { title: 'To fill in', paragraphs: [advice] } };
}

function decisionAt(item: DisputedItem, { offset }: Cursor): Found | null {
  const { decision, rationale } = item.reading;
  if (!decision) return null;
  const place = shift(decision.span, item.start);
  if (!contains(place, offset)) return null;
  const meaning = decision.value ? decisionMeaning(decision.value) : 'This is no decision of a determination: it says Upheld or Overturned.';
  return { place, note: { title: decision.word, paragraphs: [meaning, conclusionSentence(rationale)] } };
}

function conclusionSentence(rationale: Rationale | null): string {
  if (!rationale || rationale.prose.text === '') return 'There is no rationale yet.';
  const { conclusion, prose } = rationale;
  if (!conclusion) return 'No conclusion was found in the rationale.';
  return `The rationale concludes: ${conclusionWords(conclusion.value)} (“${prose.text.slice(conclusion.verdict.start, conclusion.verdict.end)}”).`;
}

function citationAt({ determination }: Letter, item: DisputedItem, { offset }: Cursor): Found | null {
  const found = citationsOf(item).find(({ span: place }) => contains(place, offset));
  return found ? { place: found.span, note: citationWords(found.citation, urDenialDate(determination)) } : null;
}

const REASONS: Readonly<Record<DependencyReason, string>> = {
  stated: 'the “Depends on” line says so',
  numbered: 'the rationale names it by its number and rests on it',
  title: 'the title says that it goes with it',
  rationale: 'the rationale rests on it',
};

function dependenceAt(letter: Letter, { offset }: Cursor): Found | null {
  const mentions = mentionsAt(letter, offset);
  const [first] = mentions;
  if (!first) return null;
  const paragraphs = mentions.map(({ target, reason }) => describe(letter, target) + (reason ? `. It depends on it: ${REASONS[reason]}.` : ''));
  // Of an item's whole title the heading's own note says more.
  return first.reason === 'title' ? null : { place: first.span, note: { title: mentions.length > 1 ? 'Other items' : 'Another item', paragraphs } };
}

/** On a title: what the item depends on, and what depends on it. */
function titleAt(letter: Letter, item: DisputedItem, { offset }: Cursor): Found | null {
  const place = shift(item.reading.title.span, item.start);
  if (!contains(place, offset)) return null;
  const mentions = itemMentions(letter.determination);
  const paragraphs = mentions.flatMap((mention) => {
    if (mention.reason === null) return [];
    if (mention.item === item.number) return [`Depends on ${describe(letter, mention.target)}: ${REASONS[mention.reason]}.`];
    return mention.target === item.number ? [`${describe(letter, mention.item)} depends on it.`] : [];
  });
  const title = `${itemName(item.number)}: ${item.reading.decision?.word ?? 'no decision'}`;
  return paragraphs.length === 0 ? null : { place, note: { title, paragraphs: [...new Set(paragraphs)] } };
}

function describe({ determination }: Letter, number: number): string {
  const item = itemByNumber(determination, number);
  if (!item) return `Item ${number}`;
  return `${itemName(item.number)}, “${shortTitle(item.reading)}” (${item.reading.decision?.word ?? 'no decision'})`;
}

/** Dates as a letter prints them: 11/18/2016. */
function withPrintedDates(words: string): string {
  return words.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, '$2/$3/$1');
}

/** The letter's words are shown as they are, whatever they would mean in Markdown. */
function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
