import { commands, Uri, ViewColumn, window, workspace, type Extension } from 'vscode';
import { openDraft } from './open-draft.ts';

/** Opens a copy of the walkthrough's letter, which the reviewer may change as they like, beside the walkthrough where that is what is in front. */
export async function openSampleLetter({ extensionUri }: Extension<unknown>): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs/walkthrough/sample-letter.md'));
  await openDraft(new TextDecoder().decode(bytes), isWalkthroughInFront() ? ViewColumn.Beside : ViewColumn.Active);
}

/** VS Code gives no name to the tab of a walkthrough: of what it calls a tab without a kind, ours is the only one that has this command. */
function isWalkthroughInFront(): boolean {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  return tab !== undefined && tab.input === undefined;
}

/** Opens the walkthrough *Your First Determination Letter*. */
export async function openWalkthrough({ id }: Extension<unknown>): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${id}#imr.firstLetter`);
}
