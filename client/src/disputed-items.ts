import {
  DataTransferItem, EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, Disposable, type TreeDataProvider, type TreeDragAndDropController,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import { dropItem } from './arrange-items.ts';
import { itemNumber } from './item-of.ts';
import { itemRows, type ItemRow } from './item-rows.ts';

const ICONS: Readonly<Record<ItemRow['state'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  fine: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  drafting: new ThemeIcon('edit'),
  missing: new ThemeIcon('dash'),
  open: new ThemeIcon('circle-large-outline'),
};

/** The view *Disputed Items*: the items of the letter, what each lacks, and dependants under their parents. */
export function showDisputedItems(client: BaseLanguageClient, letter: ActiveLetter): Disposable {
  const changed = new EventEmitter<void>();
  let rows: readonly ItemRow[] = [];
  const provider: TreeDataProvider<ItemRow> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...(row?.children ?? rows)],
    getTreeItem: (row) => treeItem(row, letter.items?.uri ?? ''),
  };
  const view = window.createTreeView('imr.disputedItems', { treeDataProvider: provider, showCollapseAll: false, dragAndDropController: draggable(client, letter) });

  const update = () => {
    rows = letter.items ? itemRows(letter.items) : [];
    const unfinished = rows.length === 0 ? 0 : countUnfinished(rows);
    view.badge = unfinished === 0 ? undefined : { value: unfinished, tooltip: `IMR: ${unfinished} unfinished` };
    changed.fire();
  };
  return Disposable.from(changed, view, letter.onDidChange(update));
}

/** VS Code tells the rows of a view by a type of this form. */
const DRAGGED = 'application/vnd.code.tree.imr.disputeditems';

/** An item that is dropped on another takes its place. */
function draggable(client: BaseLanguageClient, letter: ActiveLetter): TreeDragAndDropController<ItemRow> {
  return {
    dragMimeTypes: [DRAGGED],
    dropMimeTypes: [DRAGGED],
    handleDrag: (rows, data) => data.set(DRAGGED, new DataTransferItem(rows[0]?.id)),
    handleDrop: async (row, data) => {
      const [item, to] = [itemNumber(data.get(DRAGGED)?.value), itemNumber(row?.id)];
      if (item === null || to === null) return;
      await dropItem(client, letter, item, to).catch((error: unknown) => window.showErrorMessage(`IMR: ${error instanceof Error ? error.message : String(error)}`));
    },
  };
}

function countUnfinished(rows: readonly ItemRow[]): number {
  return rows.reduce((sum, { state, children }) => sum + (state === 'error' || state === 'open' || state === 'drafting' ? 1 : 0) + countUnfinished(children), 0);
}

function treeItem(row: ItemRow, uri: string): TreeItem {
  const item = new TreeItem(row.label, row.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
  // VS Code remembers by id what is folded, and takes what had nothing below it for folded.
  item.id = `${uri} ${row.id} ${row.children.length > 0 ? 'with rows below' : 'alone'}`;
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.iconPath = ICONS[row.state];
  item.accessibilityInformation = { label: row.spoken };
  item.contextValue = row.state === 'missing' || row.state === 'open' ? 'imr.row' : 'imr.item';
  item.command = { command: 'imr.goToItem', title: 'Go to Item', arguments: [row.id] };
  return item;
}
