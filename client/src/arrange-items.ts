import { Range, window, workspace, WorkspaceEdit, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Arranged, Arranging } from '../../protocol/arrangement.ts';
import type { ListedItem } from '../../protocol/items.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { goToItem } from './go-to.ts';
import { itemOf } from './item-of.ts';
import { shortened } from './wording.ts';

/** So much of a title tells the items apart. */
const SEEN = 60;

/** Moves an item by one place, or where the reviewer says. */
export async function moveItem(client: BaseLanguageClient, letter: ActiveLetter, row: unknown, where: 'up' | 'down' | 'asked'): Promise<void> {
  const { item, items } = await itemOf(letter, row);
  const to = where === 'asked' ? await askItem(items, item, `Move item ${item.number} to the place of …`) : item.number + (where === 'up' ? -1 : 1);
  if (to === undefined || !items.some(({ number }) => number === to)) return;
  await arrangeAndShow(client, letter, { kind: 'move', item: item.number, to });
}

export async function mergeItem(client: BaseLanguageClient, letter: ActiveLetter, row: unknown): Promise<void> {
  const { item, items } = await itemOf(letter, row);
  const into = await askItem(items, item, `Merge item ${item.number} into …`);
  if (into !== undefined) await arrangeAndShow(client, letter, { kind: 'merge', item: item.number, into });
}

export async function splitItem(client: BaseLanguageClient, letter: ActiveLetter, row: unknown): Promise<void> {
  const { item } = await itemOf(letter, row);
  await arrangeAndShow(client, letter, { kind: 'split', item: item.number });
}

/** By its number, to be dropped on another. */
export async function dropItem(client: BaseLanguageClient, letter: ActiveLetter, item: number, to: number): Promise<void> {
  if (item !== to) await arrangeAndShow(client, letter, { kind: 'move', item, to });
}

async function askItem(items: readonly ListedItem[], item: ListedItem, title: string): Promise<number | undefined> {
  const rows = items.filter(({ number }) => number !== item.number)
    .map(({ number, title: words, decision }) => ({ label: `${number}. ${shortened(words, SEEN)}`, description: decision ?? 'no decision', number }));
  if (rows.length === 0) throw new Error('The letter has no other item.');
  return (await window.showQuickPick(rows, { title, matchOnDescription: true }))?.number;
}

/** Changes the letter in one step, which Undo takes back, goes to the item, and says what the program can't put right. */
async function arrangeAndShow(client: BaseLanguageClient, letter: ActiveLetter, arranging: Arranging): Promise<void> {
  const editor = await letter.editor();
  const { version } = editor.document;
  const answer = await ask(client, editor, arranging);
  if (!answer) return;
  if (editor.document.version !== version) throw new Error('The letter has changed meanwhile; nothing was moved. Please try again.');
  await apply(editor, answer);
  await letter.refresh();
  await goToItem(letter, `item-${answer.item}`);
  const [first, ...others] = answer.notes;
  if (!first) return;
  const rest = others.length === 0 ? '' : ` (and ${others.length} more to look at)`;
  const chosen = await window.showWarningMessage(`IMR: ${first.message}${rest}`, 'Show');
  if (chosen && first.item !== null) await goToItem(letter, `item-${first.item}`);
}

/** Where a title can be taken apart in several places, the reviewer says in which; undefined: nowhere. */
async function ask(client: BaseLanguageClient, { document: { uri } }: TextEditor, arranging: Arranging): Promise<Arranged | undefined> {
  const answer = await askServer(client, 'imr/arrangeItems', { uri: uri.toString(), arranging });
  if (!answer) throw new Error('This file is no determination letter.');
  if (answer.problem !== null) throw new Error(answer.problem);
  if (answer.choices.length === 0) return answer;
  const chosen = await window.showQuickPick(answer.choices, { title: `Split item ${arranging.item} into …` });
  const at = chosen === undefined ? -1 : answer.choices.indexOf(chosen);
  if (at < 0) return undefined;
  return await askServer(client, 'imr/arrangeItems', { uri: uri.toString(), arranging: { kind: 'split', item: arranging.item, at } }) ?? undefined;
}

async function apply({ document }: TextEditor, { edits }: Arranged): Promise<void> {
  const change = new WorkspaceEdit();
  for (const { range: { start, end }, newText } of edits) change.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  if (!await workspace.applyEdit(change)) throw new Error('The letter can’t be changed here.');
}
