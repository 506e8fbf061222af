import assert from 'node:assert/strict';
import type * as Client from '../../client/src/folder-settings.ts';
import { withVSCode } from './fake-vscode.ts';

/** A workspace of one folder, with what its settings say of Markdown. `answer`: what is clicked in the notification. */
async function opened({ answer, folder = true, own }: { answer?: string; folder?: boolean; own?: object }) {
  const written: unknown[] = [];
  const asked: string[] = [];
  const state = new Map<string, unknown>();
  const uri = { path: '/letters/a.md' };
  const configuration = {
    inspect: () => ({ workspaceFolderValue: own }),
    update: (...given: unknown[]) => { written.push(given); return Promise.resolve(); },
  };
  const client = await withVSCode<typeof Client>('folder-settings.ts', {
    ConfigurationTarget: { WorkspaceFolder: 3 },
    window: {
      activeTextEditor: { document: { uri, languageId: 'markdown' } },
      showInformationMessage: (message: string) => { asked.push(message); return Promise.resolve(answer); },
    },
    workspace: { getWorkspaceFolder: () => (folder ? { name: 'letters', uri } : undefined), getConfiguration: () => configuration },
  });
  let changed = (): void => undefined;
  const letter = { items: { items: [] }, onDidChange: (listener: () => void) => { changed = listener; return { dispose: () => undefined }; } };
  const context = { workspaceState: { get: (key: string) => state.get(key), update: (key: string, value: unknown) => { state.set(key, value); return Promise.resolve(); } } };
  client.offerFolderSettings(context as never, letter as never);
  changed();
  changed();
  await new Promise(setImmediate);
  return { written, asked, client };
}

describe('the settings of a folder of letters', () => {
  it('are offered once, and written where the reviewer wants them', async () => {
    const { written, asked, client } = await opened({ answer: 'Set Up This Folder' });
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /Is “letters” a folder of letters\?/);
    assert.deepEqual(written, [['[markdown]', client.LETTER_SETTINGS, 3]]);
  });

  it('leave alone what the folder says already', async () => {
    const { written } = await opened({ answer: 'Set Up This Folder', own: { 'editor.minimap.enabled': true, 'editor.wordWrap': 'off' } });
    const [[, values]] = written as [[string, Record<string, unknown>]];
    assert.equal(values['editor.minimap.enabled'], true);
    assert.equal(values['editor.wordWrap'], 'off');
    assert.equal(values['editor.autoSurround'], 'never');
  });

  it('are not written by a No, nor by looking away', async () => {
    for (const answer of ['No', undefined]) assert.deepEqual((await opened(answer ? { answer } : {})).written, []);
  });

  it('are not offered for a letter outside of a folder', async () => {
    assert.deepEqual((await opened({ folder: false })).asked, []);
  });
});
