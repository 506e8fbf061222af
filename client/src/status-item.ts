import { Disposable, LanguageStatusSeverity, languages, window, type LanguageStatusItem } from 'vscode';
import type { LetterStatus } from '../../protocol/status.ts';
import { CLIENT_ID, CLIENT_NAME } from './language-client.ts';
import { LETTER_LANGUAGES } from './letter-languages.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import { count } from './wording.ts';

/** Shows "IMR: 3 items, 2 problems" beside the language of a letter, and nothing on any other file. */
export function showStatusItem(statuses: LetterStatuses): Disposable {
  let item: LanguageStatusItem | undefined;

  const update = () => {
    const document = window.activeTextEditor?.document;
    const status = document && statuses.of(document.uri);
    if (status && status.items > 0) {
      item ??= createItem();
      fill(item, status);
    } else {
      item?.dispose();
      item = undefined;
    }
  };

  return Disposable.from(
    statuses.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    { dispose: () => item?.dispose() },
  );
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(CLIENT_ID, LETTER_LANGUAGES);
  item.name = CLIENT_NAME;
  item.command = { command: 'workbench.actions.view.problems', title: 'Problems', tooltip: 'Show the problems of this letter' };
  return item;
}

function fill(item: LanguageStatusItem, status: LetterStatus): void {
  const problems = status.errors + status.warnings;
  const open = status.toFillIn ? [`${status.toFillIn} to fill in`] : [];
  const found = problems > 0 ? [count(problems, 'problem')] : open.length > 0 ? [] : ['no problems'];
  item.text = [`IMR: ${count(status.items, 'item')}`, ...found, ...open, ...(status.inPart ? ['checked in part'] : [])].join(', ');
  item.severity = status.errors > 0 ? LanguageStatusSeverity.Error
    : status.warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
