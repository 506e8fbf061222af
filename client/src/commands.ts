import { commands, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkLetter } from './check-letter.ts';
import { insertFromList } from './insert-from-list.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import { newDetermination } from './new-determination.ts';
import { guidelineCitations, rationaleTemplates } from './requests.ts';

/** The commands of the manifest. What goes wrong in one is said in a sentence. */
export function registerCommands(client: BaseLanguageClient, statuses: LetterStatuses): Disposable[] {
  const handlers = {
    'imr.newDetermination': newDetermination,
    'imr.insertRationale': () => insertFromList(client, rationaleTemplates, {
      title: 'Insert Rationale',
      none: 'No rationale template fits here. Put the cursor into a disputed item.',
    }),
    'imr.insertGuidelineCitation': () => insertFromList(client, guidelineCitations, {
      title: 'Insert Guideline Citation',
      none: 'No guideline fits here. Put the cursor into a disputed item.',
    }),
    'imr.checkLetter': () => checkLetter(statuses),
  };
  return Object.entries(handlers).map(([id, run]) => commands.registerCommand(id, async () => {
    try {
      await run();
    } catch (error) {
      void window.showErrorMessage(`IMR: ${error instanceof Error ? error.message : String(error)}`);
    }
  }));
}
