import { commands, Range, Selection, TextEditorRevealType, window, type Position, type TextEditor } from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange } from 'vscode-languageclient';
import type { ItemList } from '../../protocol/items.ts';
import type { ActiveLetter } from './active-letter.ts';
import { allRows, itemRows } from './item-rows.ts';
import { nextItem, nextPlace, type Direction } from './next-place.ts';
import { problemsOf } from './problems.ts';

/** Goes to the item of that row of *Disputed Items*; without a row, asks which. */
export async function goToItem(letter: ActiveLetter, rowId: unknown): Promise<void> {
  const { editor, list } = await open(letter);
  const rows = allRows(itemRows(list));
  const row = rows.find(({ id }) => id === rowId)
    ?? await window.showQuickPick(rows.filter(({ state }) => state !== 'missing'), { title: 'Go to Item', matchOnDescription: true });
  if (row) await showPlace(editor, row.place);
}

/** Goes to the title of the item behind or before the one with the cursor in it, and round at the ends. */
export async function stepToItem(letter: ActiveLetter, direction: Direction): Promise<void> {
  const { editor, list } = await open(letter);
  const item = nextItem(list.items, editor.selection.active, direction);
  if (!item) throw new Error('This letter has no disputed item yet.');
  await showPlace(editor, item.selectionRange);
}

/** Goes to the next finding, and round at the end, and says what it is. False where there is none. */
export async function stepToProblem(client: BaseLanguageClient, letter: ActiveLetter, direction: Direction): Promise<boolean> {
  const { editor } = await open(letter);
  const place = nextPlace(await problemsOf(client, editor.document), editor.selection.start, direction);
  if (!place) {
    void window.showInformationMessage('IMR: No problem is left in this letter.');
    return false;
  }
  await showProblem(editor, place.start);
  return true;
}

/** Goes to a finding and says what it is. A placeholder is selected there, as at a tab stop: typing fills it in. */
export async function showProblem(editor: TextEditor, start: Position): Promise<void> {
  await showPlace(editor, new Range(start, start));
  const [placeholder] = /^\[\[[^\]]*\]\]/.exec(editor.document.lineAt(start).text.slice(start.character)) ?? [];
  if (placeholder) editor.selection = new Selection(start, start.translate(0, placeholder.length));
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

/** Opens the fixes of the finding under the cursor, or of the next one. */
export async function fixProblem(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const { editor } = await open(letter);
  const problems = await problemsOf(client, editor.document);
  const isHere = problems.some((range) => range.contains(editor.selection.active));
  if (isHere || await stepToProblem(client, letter, 'next')) await commands.executeCommand('editor.action.quickFix');
}

async function open(letter: ActiveLetter): Promise<{ editor: TextEditor; list: ItemList }> {
  const editor = await letter.editor();
  const list = await letter.refresh();
  if (!list) throw new Error('This file is no determination letter.');
  return { editor, list };
}

/** Puts the cursor there, with the letter in front. */
export async function showPlace({ document, viewColumn }: TextEditor, { start }: ProtocolRange | Range): Promise<void> {
  const editor = await window.showTextDocument(document, viewColumn);
  const place = new Range(start.line, start.character, start.line, start.character);
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}
