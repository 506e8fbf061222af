import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';

/** Starts the server anew: all open letters are read and checked again. */
export async function restartServer(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
  await letter.refresh();
  void window.showInformationMessage('IMR: The checker has started again.');
}
