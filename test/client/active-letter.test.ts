import assert from 'node:assert/strict';
import type * as Client from '../../client/src/active-letter.ts';
import { withVSCode } from './fake-vscode.ts';

type Listener = (event: unknown) => void;

class EventEmitter {
  readonly #listeners: Listener[] = [];
  readonly event = (listener: Listener): object => { this.#listeners.push(listener); return { dispose: () => undefined }; };
  readonly fire = (event: unknown): void => { for (const listener of this.#listeners) listener(event); };
}

class TabInputText {
  constructor(readonly uri: string) {}
}

/** A window without a text, whose server finds no items in a letter, but reads it. `context`: what keys and menus lean on. */
async function openWindow() {
  const editors = new EventEmitter();
  const tabs = new EventEmitter();
  const groups = new EventEmitter();
  const context: unknown[] = [];
  const window = { activeTextEditor: undefined as unknown, onDidChangeActiveTextEditor: editors.event, tabGroups: { all: [{ viewColumn: 1, tabs: [] as unknown[] }], onDidChangeTabs: tabs.event, onDidChangeTabGroups: groups.event } };
  const { ActiveLetter } = await withVSCode<typeof Client>('active-letter.ts', {
    EventEmitter, TabInputText, window,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    commands: { executeCommand: (...[, , value]: unknown[]) => { context.push(value); return Promise.resolve(); } },
    languages: { match: () => 10 },
    workspace: { onDidChangeTextDocument: () => ({ dispose: () => undefined }) },
  });
  const client = { sendRequest: () => Promise.resolve({ items: [], undecided: [] }) };
  new ActiveLetter(client as never, { onDidChange: () => undefined } as never);
  return {
    context,
    show: (uri: string) => { window.activeTextEditor = { document: { uri, isClosed: false } }; editors.fire(window.activeTextEditor); },
    addTab: (uri: string) => {
      const tab = { input: new TabInputText(uri) };
      window.tabGroups.all[0]?.tabs.push(tab);
      tabs.fire({ opened: [tab], closed: [], changed: [] });
    },
    addGroup: (uri: string) => {
      const group = { viewColumn: 2, tabs: [{ input: new TabInputText(uri) }] };
      window.tabGroups.all.push(group);
      groups.fire({ opened: [group], closed: [], changed: [] });
    },
  };
}

async function settled(): Promise<void> {
  await new Promise(setImmediate);
}

describe('the letter that the reviewer works on', () => {
  it('is one as soon as VS Code shows its editor in its tab', async () => {
    const { addTab, show, context } = await openWindow();
    addTab('/letters/a.md');
    show('/letters/a.md');
    await settled();
    assert.equal(context.at(-1), true);
  });

  it('is one also where VS Code tells of the editor before it tells of the tab', async () => {
    const { addTab, show, context } = await openWindow();
    show('/letters/a.md');
    await settled();
    assert.equal(context.at(-1), false);
    addTab('/letters/a.md');
    await settled();
    assert.equal(context.at(-1), true);
  });

  it('is one also where its tab comes with a group, of which alone VS Code tells', async () => {
    const { addGroup, show, context } = await openWindow();
    show('/letters/a.md');
    await settled();
    addGroup('/letters/a.md');
    await settled();
    assert.equal(context.at(-1), true);
  });
});
