import { commands, extensions, FileType, QuickPickItemKind, Uri, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ComparedItem, RoundChange } from '../../protocol/rounds.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { showPlace } from './go-to.ts';
import { shortened } from './wording.ts';

/** The earlier version of a letter, as VS Code shows it beside the one of now. */
const SCHEME = 'imr-round';
const rounds = new Map<string, string>();

/** A version to compare with. */
interface Round extends QuickPickItem {
  readonly read?: () => Promise<string>;
}

interface ChangeRow extends QuickPickItem {
  readonly change?: RoundChange | ComparedItem;
  readonly isDiff?: boolean;
}

/** Of VS Code's git extension what is asked here. */
interface GitApi {
  getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null;
}

export function showEarlierRounds(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: (uri) => rounds.get(uri.toString()) ?? '' });
}

/** What changed in the letter since its last round, item by item: chosen from a list, gone to, or all words side by side. */
export async function compareRounds(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const editor = await letter.editor();
  const { document } = editor;
  const round = await chooseRound(document.uri);
  if (!round?.read) return;
  const before = await round.read();
  const compared = await askServer(client, 'imr/compareRounds', { uri: document.uri.toString(), before });
  if (!compared) throw new Error('This file is no determination letter.');
  const rows = [...compared.items.flatMap(itemRows), ...(compared.letter.length === 0 ? [] : [separator('Outside of the items'), ...compared.letter.map(changeRow)])];
  if (rows.length === 0) return void window.showInformationMessage(`IMR: Nothing has changed since ${round.label}.`);
  const chosen = await window.showQuickPick([...rows, separator('all words'), { label: '$(diff) Show both side by side', isDiff: true }], {
    title: `Changed since ${round.label}`, placeHolder: 'Choose one to go to it', matchOnDetail: true, matchOnDescription: true,
  });
  if (chosen?.change) await showPlace(editor, chosen.change.range);
  if (chosen?.isDiff) await sideBySide(document.uri, before, round.label);
}

async function chooseRound(uri: Uri): Promise<Round | undefined> {
  const found = [...await committed(uri), ...await copiesBeside(uri)];
  const another: Round = { label: 'Another file…', read: async () => readFile(await askFile(uri)) };
  return window.showQuickPick([...found, another], { title: 'Compare Rounds', placeHolder: 'Which version was read in the last round?' });
}

/** The last committed version, where the letter lies in a repository that has one. */
async function committed(uri: Uri): Promise<Round[]> {
  try {
    const git = await extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git')?.activate();
    const text = await git?.getAPI(1).getRepository(uri)?.show('HEAD', uri.fsPath);
    return text === undefined ? [] : [{ label: 'the last committed version', description: 'HEAD', read: () => Promise.resolve(text) }];
  } catch {
    // No git, or a letter that was never committed.
    return [];
  }
}

/** Other letters of its folder may be copies of it. */
async function copiesBeside(uri: Uri): Promise<Round[]> {
  if (uri.scheme === 'untitled') return [];
  const folder = Uri.joinPath(uri, '..');
  const entries = await workspace.fs.readDirectory(folder);
  const own = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return entries.filter(([name, type]) => type === FileType.File && name !== own && /\.(?:md|txt)$/i.test(name)).map(([name]) => ({ label: name, read: () => readFile(Uri.joinPath(folder, name)) }));
}

async function askFile(uri: Uri): Promise<Uri> {
  const [file] = await window.showOpenDialog({ title: 'The letter as it was', defaultUri: Uri.joinPath(uri, '..'), filters: { Letters: ['md', 'txt'] } }) ?? [];
  if (!file) throw new Error('No file was chosen.');
  return file;
}

async function readFile(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function sideBySide(uri: Uri, before: string, label: string): Promise<void> {
  const earlier = Uri.from({ scheme: SCHEME, path: uri.path, query: String(rounds.size + 1) });
  rounds.set(earlier.toString(), before);
  await commands.executeCommand('vscode.diff', earlier, uri, `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: ${label} ↔ now`);
}

function separator(label: string): ChangeRow {
  return { label, kind: QuickPickItemKind.Separator };
}

function itemRows(item: ComparedItem): ChangeRow[] {
  const { number, before, title, status, changes } = item;
  const moved = number !== null && before !== null && number !== before;
  if (status === 'same' && !moved) return [];
  const name = `${number === null ? `Item ${before}` : `Item ${number}`}. ${shortened(title, 60)}`;
  if (status === 'added') return [separator(name), { label: '$(add) The item is new', change: item }];
  if (status === 'removed') return [separator(name), { label: '$(remove) The item is gone' }];
  return [separator(name), ...(moved ? [{ label: `$(arrow-both) It was item ${before}`, change: item }] : []), ...changes.map(changeRow)];
}

const ICONS: Readonly<Record<RoundChange['kind'], string>> = { verdict: '$(law)', citation: '$(book)', quantity: '$(symbol-numeric)', request: '$(edit)', fact: '$(calendar)', words: '$(whole-word)' };

function changeRow(change: RoundChange): ChangeRow {
  const { kind, where, before, after } = change;
  const words = (text: string | null): string => (text === null ? 'nothing' : `“${text}”`);
  return { label: `${ICONS[kind]} ${kind} in the ${where}`, description: `line ${change.range.start.line + 1}`, detail: `${words(before)} → ${words(after)}`, change };
}
