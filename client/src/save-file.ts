import { commands, Uri, workspace, type Disposable } from 'vscode';
import { SAVE_FILE } from '../../protocol/initialization.ts';

/** Saves a file that a quick fix has written to: settings count as they are on the disk. No command of the palette. */
export function registerSaveFile(): Disposable {
  return commands.registerCommand(SAVE_FILE, async (uri: string) => (await workspace.openTextDocument(Uri.parse(uri))).save());
}
