import { window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ActiveLetter } from './active-letter.ts';
import { watchBlanks } from './blanks.ts';
import { registerChatParticipant } from './chat-participant.ts';
import { registerCommands } from './commands.ts';
import { showCaseload } from './caseload.ts';
import { showEarlierRounds } from './compare-rounds.ts';
import { showDisputedItems } from './disputed-items.ts';
import { offerFolderSettings } from './folder-settings.ts';
import { registerLanguageModelTools } from './language-model-tools.ts';
import { LetterStatuses } from './letter-statuses.ts';
import { registerNotHere } from './not-here.ts';
import { letterPreview, type PreviewPlugins } from './preview/letter-preview.ts';
import { offerRemarkActions } from './remarks/remark-actions.ts';
import { RemarkThreads } from './remarks/threads.ts';
import { registerRulePages } from './rule-pages.ts';
import { registerSaveFile } from './save-file.ts';
import { registerShowPlaces } from './show-places.ts';
import { registerSettingsFile } from './settings-file.ts';
import { showStatusItem } from './status-item.ts';
import { LetterSummaryPanel } from './summary/letter-summary.ts';
import { toolsFor } from './tool-answers.ts';

/** What both hosts do once they know how to start their server. Gives what the Markdown preview asks for, which must never wait for that server. */
export function startExtension(context: ExtensionContext, client: BaseLanguageClient): PreviewPlugins {
  const statuses = new LetterStatuses(client);
  const letter = new ActiveLetter(client, statuses);
  const preview = letterPreview();
  const summary = new LetterSummaryPanel(client, letter, context.extensionUri);
  const threads = new RemarkThreads(client, letter);
  const ask = toolsFor(client, letter);
  context.subscriptions.push(
    client, statuses, letter, preview, summary, threads, offerRemarkActions(threads), showEarlierRounds(), showCaseload(client), showStatusItem(statuses, letter), watchBlanks(), showDisputedItems(client, letter), registerShowPlaces(), registerSaveFile(), registerNotHere(client), registerRulePages(client, context.extensionUri), registerSettingsFile(client), offerFolderSettings(context, letter),
    ...registerCommands(context, client, statuses, letter, summary, threads), ...registerLanguageModelTools(context, ask),
    registerChatParticipant({ ask, items: () => letter.refresh() }, () => letter.items?.uri),
  );
  void startServer(client, letter);
  return preview;
}

async function startServer(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  try {
    await client.start();
    await letter.refresh();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`IMR Determination could not start, so no letter is checked. ${reason}`);
  }
}
