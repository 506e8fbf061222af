import { CompletionItemKind, type CompletionList, type Position } from 'vscode-languageserver-types';
import { span } from '../markdown/span.ts';
import { completionItems, type CompletionOptions, type Offer, type Offers } from './completion-item.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { completeKeys } from './front-matter-completion.ts';
import type { Letter } from './letter.ts';
import words from './team-template-words.json' with { type: 'json' };

/** In a team's template: the keys of its head and what they may say, and behind a brace the variables. `file`: the template, read as a letter. */
export function completeTeamTemplate(file: Letter, position: Position, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(file, position);
  const found = completeKeys(words.keys, file, cursor, options) ?? completeVariable(cursor);
  return { isIncomplete: false, items: found ? completionItems(file, found, options.snippets) : [] };
}

function completeVariable({ before, after, offset }: Cursor): Offers | null {
  const typed = /\{\w{0,20}$/.exec(before)?.[0];
  if (typed === undefined) return null;
  const rest = /^\w{0,20}\}?/.exec(after)?.[0].length ?? 0;
  const offers = words.variables.map(({ name, about }): Offer => ({ label: `{${name}}`, kind: CompletionItemKind.Variable, newText: `{${name}}`, detail: about }));
  return { place: span(offset - typed.length, offset + rest), typed, offers };
}
