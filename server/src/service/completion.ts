import type { CompletionList, Position } from 'vscode-languageserver-types';
import { completeGuideline } from './citation-completion.ts';
import { completionItems, isBegun, type CompletionOptions, type Offers } from './completion-item.ts';
import { cursorAt } from './cursor.ts';
import { completeDecision } from './decision-completion.ts';
import { completeFrontMatter } from './front-matter-completion.ts';
import { completeLineStart } from './label-completion.ts';
import type { Letter } from './letter.ts';
import { completeRationale } from './rationale-completion.ts';

/**
 * What opens a list while typing. VS Code has its suggestions off in Markdown prose, so that letters open none; behind each of these
 * characters a list stands open only where a field of the letter is empty or just begun.
 */
export const completionTriggers = [':', ' ', ',', '(', '-', '*', '{'] as const;

/** Each knows one kind of place and answers null at all others. */
const COMPLETIONS = [completeFrontMatter, completeDecision, completeGuideline, completeRationale, completeLineStart] as const;

/** What can stand at a place, best first; an empty list in plain prose. */
export function complete(letter: Letter, position: Position, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(letter, position);
  for (const completeAt of COMPLETIONS) {
    const found = completeAt(letter, cursor, options);
    if (found) return { isIncomplete: found.isIncomplete ?? false, items: completionItems(letter, narrowed(found, options), options.snippets) };
  }
  return { isIncomplete: false, items: [] };
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
