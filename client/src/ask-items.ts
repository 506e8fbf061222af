import { env, QuickInputButtons, ThemeIcon, window, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import { linesLostIn } from './pasted-lines.ts';
import { count } from './wording.ts';

interface Row extends QuickPickItem {
  /** Which item it is; undefined for the row that goes on. */
  readonly at?: number;
}

const EDIT: QuickInputButton = { iconPath: new ThemeIcon('edit'), tooltip: 'Change' };
const REMOVE: QuickInputButton = { iconPath: new ThemeIcon('trash'), tooltip: 'Take Out' };

/**
 * Asks for the disputed items: what is typed becomes one with Enter, and Enter alone goes on. Each stands as a row that can be changed or taken out. A list
 * may be pasted as a whole: the box has one line only, so its lines are taken from the clipboard. `items` holds what there is so far, and in the end,
 * however it ends. `step`: of the questions that went before.
 */
export function askItems(title: string, step: number, items: string[]): Promise<'done' | 'back' | undefined> {
  const list = window.createQuickPick<Row>();
  Object.assign(list, { title, step, totalSteps: step, ignoreFocusOut: true, buttons: [QuickInputButtons.Back] });
  let typed = 0;
  /** The item that what is typed takes the place of. */
  let changed: number | undefined;

  const show = (): void => {
    list.placeholder = items.length === 0 ? 'Norco 10/325 mg #120 (#60 authorized)' : 'The next one; Enter alone opens the letter';
    list.items = rowsOf(items, list.value.trim());
  };
  const take = (words: string): void => {
    items.splice(changed ?? items.length, changed === undefined ? 0 : 1, words);
    changed = undefined;
    write('');
  };
  const write = (words: string): void => {
    typed = words.length;
    list.value = words;
    show();
  };
  const change = (at: number): void => {
    changed = at;
    write(items[at] ?? '');
  };

  return new Promise((resolve) => {
    const finish = (answer: 'done' | 'back' | undefined): void => {
      resolve(answer);
      list.dispose();
    };
    list.onDidTriggerButton(() => finish('back'));
    list.onDidHide(() => finish(undefined));
    list.onDidTriggerItemButton(({ button, item: { at } }) => {
      if (at === undefined) return;
      if (button === EDIT) return change(at);
      items.splice(at, 1);
      changed = undefined;
      show();
    });
    list.onDidChangeValue((value) => {
      // A key adds one letter: what somebody copied is looked at only where more came at once.
      if (value.length > typed + 1) void takePasted(list, items, show);
      typed = value.length;
      show();
    });
    list.onDidAccept(() => {
      const words = list.value.trim();
      const at = list.activeItems[0]?.at;
      if (words !== '') take(words);
      else if (at !== undefined) change(at);
      else finish('done');
    });
    show();
    list.show();
  });
}

/** Enter takes the first row: what is typed as an item, or with nothing typed the way on. */
function rowsOf(items: readonly string[], typed: string): Row[] {
  const first = typed !== '' ? `$(add) ${typed}` : items.length === 0 ? '$(arrow-right) Open the letter without items' : `$(arrow-right) Open the letter with ${count(items.length, 'item')}`;
  const detail = typed === '' && items.length === 0 ? 'Type an item and press Enter, or paste the list, one a line. “(depends on item 1)” may stand behind it.' : undefined;
  return [
    { label: first, alwaysShow: true, ...(detail && { detail }) },
    ...items.map((label, at) => ({ label: `${at + 1}. ${label}`, alwaysShow: true, at, buttons: [EDIT, REMOVE] })),
  ];
}

async function takePasted(list: QuickPick<Row>, items: string[], show: () => void): Promise<void> {
  const pasted = linesLostIn(list.value, await env.clipboard.readText());
  if (pasted.length === 0) return;
  items.push(...pasted);
  list.value = '';
  show();
}
