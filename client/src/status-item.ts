import { Disposable, StatusBarAlignment, Uri, window, type StatusBarItem } from 'vscode';
import type { LetterStatus } from '../../protocol/status.ts';
import type { ActiveLetter } from './active-letter.ts';
import { CLIENT_ID, CLIENT_NAME } from './language-client.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import { count } from './wording.ts';

/** Shows "IMR: 3 items, 2 to put right" in the status bar, also while its preview has the focus, and nothing on any other file. A click goes to the first of them. */
export function showStatusItem(statuses: LetterStatuses, letter: ActiveLetter): Disposable {
  const item = window.createStatusBarItem(CLIENT_ID, StatusBarAlignment.Right, BEFORE_THE_CURSOR);
  item.name = CLIENT_NAME;

  const update = () => {
    const status = letter.items && statuses.of(Uri.parse(letter.items.uri));
    if (status && status.items > 0) fill(item, status);
    else item.hide();
  };

  return Disposable.from(item, statuses.onDidChange(update), letter.onDidChange(update));
}

/** VS Code's own items on the right begin with the cursor's place, which has 100. */
const BEFORE_THE_CURSOR = 101;

function fill(item: StatusBarItem, status: LetterStatus): void {
  const problems = status.errors + status.warnings;
  const open = status.toFillIn ? [`${status.toFillIn} to fill in`] : [];
  const found = problems > 0 ? [`${problems} to put right`] : open.length > 0 ? [] : ['nothing to put right'];
  item.text = [`IMR: ${count(status.items, 'item')}`, ...found, ...open, ...(status.inPart ? ['checked in part'] : [])].join(', ');
  item.command = problems + open.length > 0 ? 'imr.nextProblem' : 'imr.readyToSign';
  item.tooltip = problems + open.length > 0 ? 'Go to the next problem of this letter' : 'See whether this letter is ready to sign';
  item.show();
}
