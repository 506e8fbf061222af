import { Disposable, EventEmitter, ThemeIcon, TreeItem, Uri, window, workspace, type TreeDataProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CaseloadLetter } from '../../protocol/caseload.ts';
import { askServer } from './ask-server.ts';
import { count, withPrintedDates } from './wording.ts';

const ICONS: Readonly<Record<CaseloadLetter['stage'], string>> = { drafting: 'edit', finishing: 'circle-large-outline', signing: 'pass' };

/** The view *Caseload*: the letters of the workspace, what is due first in front. They are looked through when somebody looks at it, and as letters are saved. */
export function showCaseload(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<CaseloadLetter> = {
    onDidChangeTreeData: changed.event,
    // A server that can't answer has said so already.
    getChildren: async (letter) => (letter ? [] : [...await askServer(client, 'imr/caseload', { today: today() }).catch(() => [])]),
    getTreeItem: treeItem,
  };
  const view = window.createTreeView('imr.caseload', { treeDataProvider: provider });
  const again = (): void => { if (view.visible) changed.fire(); };
  return Disposable.from(changed, view, workspace.onDidSaveTextDocument(again), view.onDidChangeVisibility(again));
}

/** The reviewer's day, not that of Greenwich. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function treeItem({ letter, caseNumber, stage, items, errors, warnings, remarks, due, daysLeft }: CaseloadLetter): TreeItem {
  const uri = Uri.parse(letter);
  const item = new TreeItem(caseNumber ?? uri.path.slice(uri.path.lastIndexOf('/') + 1));
  const left = daysLeft === null ? [] : [daysLeft < 0 ? `due since ${withPrintedDates(due ?? '')}` : `${count(daysLeft, 'day')} left`];
  const open = [...(errors === 0 ? [] : [count(errors, 'error')]), ...(remarks === 0 ? [] : [count(remarks, 'remark')])];
  item.id = letter;
  item.description = [...left, stage, count(items, 'item'), ...open].join(' · ');
  item.tooltip = [workspace.asRelativePath(uri), `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(remarks, 'open remark')}`, ...(due === null ? [] : [`Due on ${withPrintedDates(due)}`])].join('\n');
  item.iconPath = new ThemeIcon(daysLeft !== null && daysLeft < 0 ? 'warning' : ICONS[stage]);
  item.command = { command: 'vscode.open', title: 'Open Letter', arguments: [uri] };
  return item;
}
