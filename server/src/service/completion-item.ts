import { InsertTextFormat, type CompletionItem, type CompletionItemKind } from 'vscode-languageserver-types';
import type { Span } from '../markdown/span.ts';
import type { RationaleTemplate } from '../snippets/template.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { plainSnippet } from './plain-snippet.ts';

/** What the client can do with a completion. */
export interface CompletionOptions {
  /** Knows tab stops; others get the text with its placeholders left visible. */
  readonly snippets: boolean;
  /** A character was typed that may open a list. False where the reviewer asked for the list. */
  readonly typing: boolean;
  /** The team's own rationale templates. */
  readonly templates?: readonly RationaleTemplate[];
}

/** A text to choose, as each kind of completion gives it. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly newText: string;
  /** What else goes when it is taken. */
  readonly clears?: readonly Span[];
  /** `newText` is a snippet. */
  readonly snippet?: boolean;
  /** Short, behind the label. */
  readonly beside?: string;
  readonly detail?: string;
  /** Plain text, its paragraphs apart. */
  readonly documentation?: string;
  /** The words by which it is found, the likeliest first; without any its own text. */
  readonly foundBy?: readonly string[];
}

/** Offers of one kind, all for the same place. */
export interface Offers {
  readonly place: Span;
  /** What stands between the start of the place and the cursor. */
  readonly typed: string;
  readonly offers: readonly Offer[];
  /** More may be found by further words: the editor shall ask again. */
  readonly isIncomplete?: boolean;
}

/** The list as the protocol has it: the order of the offers is kept, and the first is chosen beforehand. */
export function completionItems({ lines }: Letter, { place, typed, offers }: Offers, snippets: boolean): CompletionItem[] {
  const range = rangeOf(lines, place);
  return offers.map(({ label, kind, newText, clears = [], snippet = false, beside, detail, documentation, foundBy = [newText] }, rank) => ({
    label,
    kind,
    ...(beside !== undefined && { labelDetails: { description: beside } }),
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    sortText: String(rank).padStart(3, '0'),
    filterText: filterText(typed, foundBy),
    ...(rank === 0 && { preselect: true }),
    insertTextFormat: snippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: snippet && !snippets ? plainSnippet(newText) : newText },
    ...(clears.length > 0 && { additionalTextEdits: clears.map((span) => ({ range: rangeOf(lines, span), newText: '' })) }),
  }));
}

/** Whether what was typed is the beginning of one of the words by which an offer is found; a space behind a word ends it. */
export function isBegun({ foundBy = [], newText }: Offer, typed: string): boolean {
  const begun = typed.trimStart().toLowerCase();
  return [...foundBy, newText].some((form) => `${form.toLowerCase()} `.startsWith(begun));
}

/** The offer, kept by an editor for these words, too. */
export function foundAlsoBy(words: string, offer: Offer): Offer {
  return { ...offer, foundBy: [words, ...offer.foundBy ?? [offer.newText]] };
}

/**
 * The words by which an editor keeps an offer while more is typed. Some editors look for what was typed at the start of these words,
 * others for its letters anywhere in the first 128 of them: so what begins like the typed words comes first, and the others follow.
 */
function filterText(typed: string, forms: readonly string[]): string {
  const begun = typed.trimStart().toLowerCase();
  const first = begun === '' ? undefined : forms.find((form) => form.toLowerCase().startsWith(begun));
  const words = first === undefined ? forms : [first, ...forms.filter((form) => form !== first)];
  return words.join(' ').trim();
}
