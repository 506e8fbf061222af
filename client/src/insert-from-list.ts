import { Range, SnippetString, window, type TextEditor } from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange, RequestType } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import type { Insertion, PlaceInLetter } from './requests.ts';

interface Words {
  readonly title: string;
  /** What is said when the server has nothing to offer. */
  readonly none: string;
}

/** Asks the server what fits at the cursor, lets the reviewer choose, and inserts it with its tab stops. */
export async function insertFromList(
  client: BaseLanguageClient,
  letter: ActiveLetter,
  request: RequestType<PlaceInLetter, readonly Insertion[] | null, void>,
  words: Words,
): Promise<void> {
  const editor = await letter.editor();
  const { document } = editor;
  const version = document.version;

  const offered = await client.sendRequest(request, { uri: document.uri.toString(), position: plain(editor.selection.active) });
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
  const place = range ? editorRange(range) : editor.selection;
  await window.showTextDocument(editor.document, editor.viewColumn);
  await editor.insertSnippet(new SnippetString(snippet), place);
  editor.revealRange(new Range(place.start, place.start));
}

function editorRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function plain({ line, character }: { line: number; character: number }): PlaceInLetter['position'] {
  return { line, character };
}
