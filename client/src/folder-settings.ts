import { ConfigurationTarget, window, workspace, type ExtensionContext, type TextDocument, type WorkspaceFolder } from 'vscode';
import type { ActiveLetter } from './active-letter.ts';

/** What VS Code does to Markdown by default and no letter is served by, and what puts an end to it. A folder of letters may have it; other Markdown may not want it. */
export const LETTER_SETTINGS: Readonly<Record<string, boolean | string>> = {
  // Words from all over the letter, in the list of what fits a place.
  'editor.wordBasedSuggestions': 'off',
  // The editor's own "ordered list" before what fits a place.
  'editor.snippetSuggestions': 'bottom',
  // A quotation mark over a selected blank wraps it and leaves a second one behind.
  'editor.autoSurround': 'never',
  // A question at each paste that holds a line separator.
  'editor.unusualLineTerminators': 'auto',
  'editor.minimap.enabled': false,
};

const LANGUAGE = '[markdown]';
const ASKED = 'imr.letterSettingsOffered';
const YES = 'Set Up This Folder';

/** Offers once in a workspace, at the first letter in one of its folders, to set the editor up for letters there. */
export function offerFolderSettings({ workspaceState }: ExtensionContext, letter: ActiveLetter): { dispose(): void } {
  return letter.onDidChange(() => {
    const document = letter.items && window.activeTextEditor?.document;
    const folder = document ? folderOf(document) : undefined;
    if (!folder || workspaceState.get(ASKED)) return;
    void workspaceState.update(ASKED, true);
    void offer(folder);
  });
}

function folderOf({ uri, languageId }: TextDocument): WorkspaceFolder | undefined {
  return languageId === 'markdown' ? workspace.getWorkspaceFolder(uri) : undefined;
}

async function offer(folder: WorkspaceFolder): Promise<void> {
  const chosen = await window.showInformationMessage(
    `IMR: Is “${folder.name}” a folder of letters? VS Code can then be quieter in it: no word lists, mini-map and automatic quotation marks.`, YES, 'No',
  );
  if (chosen === YES) await setUp(folder);
}

/** Adds what the folder's `.vscode/settings.json` doesn't say already. */
export async function setUp(folder: WorkspaceFolder): Promise<void> {
  const settings = workspace.getConfiguration(undefined, folder.uri);
  const own = settings.inspect<Record<string, unknown>>(LANGUAGE)?.workspaceFolderValue ?? {};
  await settings.update(LANGUAGE, { ...LETTER_SETTINGS, ...own }, ConfigurationTarget.WorkspaceFolder);
}
