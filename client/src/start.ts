import { window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { LetterStatuses } from './letter-statuses.ts';
import { showStatusItem } from './status-item.ts';

/** What both hosts do once they know how to start their server. */
export async function startExtension(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const statuses = new LetterStatuses(client);
  context.subscriptions.push(client, statuses, showStatusItem(statuses), ...registerCommands(client, statuses));
  try {
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`IMR Determination could not start, so no letter is checked. ${reason}`);
  }
}
