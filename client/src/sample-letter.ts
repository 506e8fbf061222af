import { commands, Uri, workspace, type Extension } from 'vscode';
import { openDraft } from './open-draft.ts';

/** Opens a copy of the walkthrough's letter, which the reviewer may change as they like. */
export async function openSampleLetter({ extensionUri }: Extension<unknown>): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs/walkthrough/sample-letter.md'));
  await openDraft(new TextDecoder().decode(bytes));
}

/** Opens the walkthrough *Your First Determination Letter*. */
export async function openWalkthrough({ id }: Extension<unknown>): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${id}#imr.firstLetter`);
}
