import { CompletionItemKind } from 'vscode-languageserver-types';
import { span } from '../markdown/span.ts';
import type { RationaleTemplate } from '../snippets/template.ts';
import { isPlaceholder } from '../determination/reading/placeholder.ts';
import { foundAlsoBy, isBegun, type CompletionOptions, type Offer, type Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import { leadBehind } from './guideline-place.ts';
import type { Letter } from './letter.ts';
import { plainSnippet } from './plain-snippet.ts';
import { rationaleTexts, templatesFor } from './rationale-texts.ts';

/** Longer than the name of a situation or drug: a rationale of the reviewer's own. */
const LONGEST_NAME = 40;

/** Rationale templates behind an empty "Decision rationale:", or while the name of a situation or drug is typed there. */
export function completeRationale(letter: Letter, cursor: Cursor, { snippets, typing, templates = [] }: CompletionOptions): Offers | null {
  const { item, offset, lineStart, lineEnd, after } = cursor;
  const rationale = item?.reading.rationale;
  if (!item || !rationale || after.trim() !== '') return null;
  const label = item.start + rationale.label.end;
  if (label < lineStart || offset < label || offset - label > LONGEST_NAME || rationale.label.start === rationale.label.end) return null;
  if (rationale.prose.text !== '' && item.start + rationale.prose.span.end > lineEnd) return null;
  const text = letter.lines.text.toString();
  let start = label;
  while (start < offset && /[ \t]/.test(text[start] ?? '')) start++;
  const typed = text.slice(start, offset).trimStart();
  const isOpen = typed === '' || isPlaceholder(typed);
  if (!isOpen && /[.:;]/.test(typed)) return null;
  const lead = leadBehind(text.slice(item.start + rationale.label.start, start));
  const offers = rationaleTexts(letter, item, snippets ? 'snippet' : 'plain', templates).map(({ template, why, text: newText }): Offer => ({
    label: template.title, kind: CompletionItemKind.Snippet, newText: lead + newText, snippet: snippets, detail: why, documentation: snippets ? plainSnippet(newText) : newText,
    foundBy: [template.word, template.title, ...template.triggers],
  }));
  const begun = isOpen ? offers : closestFirst(typed, offers.filter((offer) => isBegun(offer, typed)));
  // While a sentence is begun nothing pops up; who asks for the list may name the treatment by any of its names.
  return { place: span(start, lineEnd), typed, offers: typing || begun.length > 0 ? begun : offersFor(typed, offers, templates), isIncomplete: true };
}

/** A name typed in full comes before the names that go on. */
function closestFirst(typed: string, offers: readonly Offer[]): Offer[] {
  const name = typed.trim().toLowerCase();
  const isWhole = ({ foundBy = [] }: Offer): boolean => foundBy.some((form) => form.toLowerCase() === name);
  return [...offers.filter(isWhole), ...offers.filter((offer) => !isWhole(offer))];
}

function offersFor(typed: string, offers: readonly Offer[], team: readonly RationaleTemplate[]): Offer[] {
  const titles = templatesFor(typed, team).map(({ title }) => title);
  return offers.filter(({ label }) => titles.includes(label)).map((offer) => foundAlsoBy(typed, offer));
}
