import { commands, window } from 'vscode';
import type { ActiveLetter } from './active-letter.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import { verdict } from './wording.ts';

/** Shows the Problems panel and says how the reviewer's letter stands. */
export async function checkLetter(letter: ActiveLetter, statuses: LetterStatuses): Promise<void> {
  const { document } = await letter.editor();
  const status = await statuses.whenChecked(document.uri);
  if (!status) throw new Error('The language server has not checked this file. See the output “IMR Determination”.');
  if (status.items === 0) {
    void window.showInformationMessage(
      'IMR: This file has no disputed item. An item is a heading such as “Cervical spine MRI: Upheld” with its guideline lines and its rationale.',
    );
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  const show = status.errors > 0 ? window.showErrorMessage
    : status.warnings > 0 ? window.showWarningMessage : window.showInformationMessage;
  void show(`IMR: ${verdict(status)}`);
}
