import type { CompletionList, Position } from 'vscode-languageserver-types';
import { lastPlaceholder } from '../determination/reading/placeholder.ts';
import { completeGuideline } from './citation-completion.ts';
import { span } from '../markdown/span.ts';
import { completionItems, foundAlsoBy, isBegun, type CompletionOptions, type Offer, type Offers } from './completion-item.ts';
import { cursorAt } from './cursor.ts';
import { completeDecision } from './decision-completion.ts';
import { completeFrontMatter } from './front-matter-completion.ts';
import { completeLineStart } from './label-completion.ts';
import { differingPart } from './differing-part.ts';
import type { Letter } from './letter.ts';
import { withFewStops } from './plain-snippet.ts';
import { completeRationale } from './rationale-completion.ts';
import { completeSuppression } from './suppression-words.ts';

/**
 * What opens a list while typing. VS Code has its suggestions off in Markdown prose, so that letters open none; behind each of these
 * characters a list stands open only where a field of the letter is empty or just begun.
 */
export const completionTriggers = [':', ' ', ',', '(', '-', '*', '{'] as const;

/** Each knows one kind of place and answers null at all others. */
const COMPLETIONS = [completeSuppression, completeFrontMatter, completeDecision, completeGuideline, completeRationale, completeLineStart] as const;

/** What can stand at a place, best first; an empty list in plain prose. */
export function complete(letter: Letter, position: Position, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(letter, position);
  for (const completeAt of COMPLETIONS) {
    const found = completeAt(letter, cursor, options);
    if (found) return { isIncomplete: found.isIncomplete ?? false, items: completionItems(letter, fitted(letter, found, options), options.snippets) };
  }
  return { isIncomplete: false, items: [] };
}

function fitted(letter: Letter, found: Offers, options: CompletionOptions): Offers {
  const at = lastPlaceholder(found.typed);
  return at === null ? narrowed(found, options) : insteadOfPlaceholder(letter, found, at);
}

/** A placeholder at the cursor was typed by nobody: all that is offered takes its place, and its alone where the rest of the line fits. */
function insteadOfPlaceholder(letter: Letter, { place, typed, ...found }: Offers, at: number): Offers {
  const placeholder = span(place.start + at, place.start + typed.length);
  const around = [span(place.start, placeholder.start), span(placeholder.end, place.end)].filter(({ start, end }) => start < end);
  const offers = found.offers.map((offer): Offer => {
    const part = differingPart(letter, place, offer.newText);
    const fits = part.place.start === placeholder.start && part.place.end === placeholder.end;
    const newText = fits ? part.newText : offer.newText;
    return { ...foundAlsoBy(typed.slice(at), offer), newText: offer.snippet ? withFewStops(newText) : newText, ...(!fits && { clears: around }) };
  });
  return { ...found, place: placeholder, typed: typed.slice(at), offers };
}

/**
 * What begins as it was typed comes first. While typing nothing else is offered; who asks for the list gets the rest, too, for the
 * editor to search.
 */
function narrowed(found: Offers, { typing }: CompletionOptions): Offers {
  if (found.typed.trim() === '') return found;
  const begun = found.offers.filter((offer) => isBegun(offer, found.typed));
  return { ...found, offers: typing ? begun : [...begun, ...found.offers.filter((offer) => !begun.includes(offer))] };
}
