import { commands, Selection, SnippetString, window, type TextEditor } from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange } from 'vscode-languageclient';
import type { Insertion } from '../../protocol/insertion.ts';
import type { PlaceInLetter } from '../../protocol/methods.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';

/** So many tab stops VS Code can put in order between two of the snippet around them; a ninth would be entered together with the next one there. */
const MOST_NESTED = 8;

/** The requests that answer with a list of texts for a place. */
type InsertionList = 'imr/rationaleTemplates' | 'imr/guidelineCitations';

interface Words {
  readonly title: string;
  /** What is said when the server has nothing to offer. */
  readonly none: string;
}

/** Asks the server what fits at the cursor, lets the reviewer choose, and inserts it with its tab stops. */
export async function insertFromList(
  client: BaseLanguageClient,
  letter: ActiveLetter,
  list: InsertionList,
  words: Words,
): Promise<void> {
  const editor = await letter.editor();
  const { document } = editor;
  const version = document.version;

  const offered = await askServer(client, list, { uri: document.uri.toString(), position: plain(editor.selection.active) });
  if (!offered?.length) throw new Error(words.none);
  const chosen = await choose(offered, words.title);
  if (!chosen) return;
  if (document.version !== version) throw new Error('The letter has changed meanwhile; nothing was inserted. Please choose again.');

  await insert(editor, chosen);
}

async function choose(offered: readonly Insertion[], title: string): Promise<Insertion | undefined> {
  const rows = offered.map((insertion) => ({
    label: insertion.label,
    ...(insertion.detail === undefined ? {} : { detail: insertion.detail }),
    insertion,
  }));
  return (await window.showQuickPick(rows, { title, matchOnDetail: true }))?.insertion;
}

async function insert(editor: TextEditor, { snippet, range }: Insertion): Promise<void> {
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  if (range) shown.selection = editorSelection(range);
  // The command leaves the tab stops of the letter around it alive, the method ends them.
  if (stopsOf(snippet) <= MOST_NESTED) await commands.executeCommand('editor.action.insertSnippet', { snippet });
  else await shown.insertSnippet(new SnippetString(snippet), shown.selection);
}

function stopsOf(snippet: string): number {
  return Math.max(0, ...[...snippet.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number)));
}

function editorSelection({ start, end }: ProtocolRange): Selection {
  return new Selection(start.line, start.character, end.line, end.character);
}

function plain({ line, character }: { line: number; character: number }): PlaceInLetter['position'] {
  return { line, character };
}
