import { commands, FileSystemError, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FindingReference } from '../../protocol/findings.ts';
import { NOT_HERE } from '../../protocol/initialization.ts';
import { askServer } from './ask-server.ts';
import { appendLine, withoutLine } from './kept-lines.ts';
import { reviewer } from './reviewer.ts';

const UNDO = 'Undo';

/** Behind the lightbulb; no command of the palette, which names no finding. */
export function registerNotHere(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(NOT_HERE, async (uri: unknown, finding: unknown) => {
    try {
      await notHere(client, uri, finding);
    } catch (error) {
      void window.showErrorMessage(`IMR: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** Asks why a finding stands, and keeps the answer in a file outside of the letter, from which it is found again. */
async function notHere(client: BaseLanguageClient, uri: unknown, finding: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const reason = await window.showInputBox({
    title: 'Not here, because …', prompt: `Kept outside of the letter, with ${nameWords()} and the day, and listed in its sign-off report.`, placeHolder: 'The reason, in one sentence',
    ignoreFocusOut: true, validateInput: (words) => (words.trim() === '' ? 'Write the reason, or press Escape.' : undefined),
  });
  if (reason === undefined) return;
  const kept = await askServer(client, 'imr/decide', { uri, finding: finding as FindingReference, reason, who: reviewer() });
  if (!kept) throw new Error('That is not found in the letter any more, so there is nothing to decide on.');
  const file = Uri.parse(kept.file);
  await changeFile(file, (text) => appendLine(text, kept.line));
  const answer = await window.showInformationMessage(`IMR: Kept in ${workspace.asRelativePath(file)}.`, UNDO);
  if (answer === UNDO) await changeFile(file, (text) => withoutLine(text, kept.line));
}

function nameWords(): string {
  const name = reviewer();
  return name === null ? 'no name (imr.reviewer gives one)' : `the name ${name}`;
}

/** Writes a text file anew; one that isn't there yet is empty. */
export async function changeFile(file: Uri, change: (text: string) => string): Promise<void> {
  const before = await readText(file);
  const after = change(before);
  if (after !== before) await workspace.fs.writeFile(file, new TextEncoder().encode(after));
}

/** @throws where a file is there and can't be read: it would be written over */
async function readText(file: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}
