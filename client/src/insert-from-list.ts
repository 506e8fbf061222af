import { commands, QuickPickItemKind, Selection, SnippetString, window, type QuickPickItem, type TextEditor } from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange } from 'vscode-languageclient';
import type { Insertion } from '../../protocol/insertion.ts';
import type { PlaceInLetter } from '../../protocol/methods.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { itemAt } from './next-place.ts';
import { shortened } from './wording.ts';

/** So many tab stops VS Code can put in order between two of the snippet around them; a ninth would be entered together with the next one there. */
const MOST_NESTED = 8;

/** A title of a list has one line. */
const MOST_OF_A_TITLE = 60;

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
  const item = itemAt((await letter.refresh())?.items ?? [], editor.selection.active);
  const chosen = await choose(offered, item ? `${words.title}: Item ${item.number}, ${shortened(item.title, MOST_OF_A_TITLE)}` : words.title);
  if (!chosen) return;
  if (document.version !== version) throw new Error('The letter has changed meanwhile; nothing was inserted. Please choose again.');

  await insert(editor, chosen);
}

/** So much of a text is seen in its row; it goes on behind the edge of the list. */
const SEEN = 300;

type InsertionRow = QuickPickItem & { readonly insertion?: Insertion };

async function choose(offered: readonly Insertion[], title: string): Promise<Insertion | undefined> {
  // What is typed is looked for in names and reasons, and not in whole texts, which have every word somewhere.
  const matchOnDetail = offered.every(({ text }) => text === undefined);
  return (await window.showQuickPick(rowsOf(offered), { title, matchOnDescription: true, matchOnDetail }))?.insertion;
}

/** What fits the item, and apart from it what was written for others. With a text, a row shows that, so that it is read before it is taken. */
function rowsOf(offered: readonly Insertion[]): InsertionRow[] {
  const rowOf = (insertion: Insertion): InsertionRow => {
    const { label, detail, text } = insertion;
    return text === undefined ? { label, ...(detail && { detail }), insertion } : { label, ...(detail && { description: detail }), detail: shortened(text.replace(/\s+/g, ' '), SEEN), insertion };
  };
  const others = offered.filter(({ other }) => other);
  if (others.length === 0) return offered.map(rowOf);
  const apart = (label: string): InsertionRow => ({ label, kind: QuickPickItemKind.Separator });
  const fitting = offered.filter(({ other }) => !other);
  return [...(fitting.length > 0 ? [apart('Fits this item')] : []), ...fitting.map(rowOf), apart('For other situations'), ...others.map((each) => rowOf({ ...each, detail: '' }))];
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
