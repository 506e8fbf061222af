import { window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ActiveLetter } from './active-letter.ts';
import { registerChatParticipant } from './chat-participant.ts';
import { registerCommands } from './commands.ts';
import { showDisputedItems } from './disputed-items.ts';
import { registerLanguageModelTools } from './language-model-tools.ts';
import { LetterStatuses } from './letter-statuses.ts';
import { registerShowPlaces } from './show-places.ts';
import { showStatusItem } from './status-item.ts';
import { toolsFor } from './tool-answers.ts';

/** What both hosts do once they know how to start their server. */
export async function startExtension(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const statuses = new LetterStatuses(client);
  const letter = new ActiveLetter(client, statuses);
  const ask = toolsFor(client, letter);
  context.subscriptions.push(
    client, statuses, letter, showStatusItem(statuses), showDisputedItems(letter), ...registerCommands(context, client, statuses, letter),
    registerShowPlaces(), ...registerLanguageModelTools(context, ask),
    registerChatParticipant({ ask, items: () => letter.refresh() }, () => letter.items?.uri),
  );
  try {
    await client.start();
    await letter.refresh();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`IMR Determination could not start, so no letter is checked. ${reason}`);
  }
}
