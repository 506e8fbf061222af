import assert from 'node:assert/strict';
import type * as Client from '../../client/src/ready-to-sign.ts';
import { withVSCode } from './fake-vscode.ts';

/** An address as the client uses it. */
class Uri {
  constructor(readonly path: string) {}

  static file(path: string): Uri {
    return new Uri(path.startsWith('/') ? path : `/${path}`);
  }

  static joinPath({ path }: Uri, ...parts: string[]): Uri {
    return new Uri(new URL(parts.join('/'), `file://${path}/`).pathname);
  }

  with({ path }: { path: string }): Uri {
    return new Uri(path);
  }

  toString(): string {
    return `file://${this.path}`;
  }
}

class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

class WorkspaceEdit {
  created: { file: Uri; options: { overwrite?: boolean; contents: Uint8Array } } | null = null;

  createFile(file: Uri, options: { overwrite?: boolean; contents: Uint8Array }): void {
    this.created = { file, options };
  }
}

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  /** The letter has no file. */
  readonly untitled?: boolean;
  readonly dirty?: boolean;
  readonly saves?: boolean;
  /** What is chosen in the dialogs, one after the other; undefined closes one. */
  readonly chosen: readonly (string | undefined)[];
  /** What is clicked in a warning. */
  readonly replace?: boolean;
  readonly folder?: boolean;
  readonly caseNumber?: string | null;
  /** Which row is chosen when the letter is read back, by default the one that writes the report. */
  readonly read?: (rows: readonly { readonly label: string }[]) => unknown;
  /** How many files the disk takes. */
  readonly room?: number;
}

const TEXT = '# A letter\n';
const ITEMS = [
  { number: 1, line: 4, verdict: 'Denied, as not medically necessary', request: 'walking cane', differences: [] },
  { number: 2, line: 9, verdict: 'To be authorized, as medically necessary', request: 'knee brace', differences: ['The heading has “left”, the list has not.'] },
];

/** Asks whether a letter of which nothing keeps anybody is ready to sign. */
async function signed({ files = {}, untitled = false, dirty = false, saves = true, chosen, replace = false, folder = true, caseNumber = 'CM16-0123456', read = ([first]) => first, room = Infinity }: Options) {
  const disk = new Map(Object.entries(files));
  const asked: { title: string; name: string }[] = [];
  const warned: string[] = [];
  const done: string[] = [];
  const shown: string[] = [];
  const signing: string[] = [];
  const dialogs = [...chosen];
  let written = 0;
  const bytes = (file: Uri): Uint8Array => {
    const text = disk.get(file.path);
    if (text === undefined) throw new FileSystemError('FileNotFound');
    return new TextEncoder().encode(text);
  };
  const documentOf = (uri: Uri, isUntitled: boolean): object => ({
    uri, isUntitled, isDirty: dirty, getText: () => isUntitled ? TEXT : disk.get(uri.path) ?? TEXT, save: () => { done.push('save'); return Promise.resolve(saves); },
  });
  const { readyToSign } = await withVSCode<typeof Client>('ready-to-sign.ts', {
    Uri, FileSystemError, WorkspaceEdit, ViewColumn: { Active: -1 },
    commands: { executeCommand: (command: string) => { done.push(command); return Promise.resolve(); } },
    window: {
      showSaveDialog: ({ title, defaultUri }: { title: string; defaultUri: Uri }) => {
        asked.push({ title, name: defaultUri.path });
        const path = dialogs.shift();
        return Promise.resolve(path === undefined ? undefined : new Uri(path));
      },
      showQuickPick: (rows: readonly { readonly label: string; readonly detail?: string }[]) => {
        shown.push(...rows.map(({ label, detail }) => [label, detail].filter(Boolean).join(' / ')));
        return Promise.resolve(read(rows));
      },
      showWarningMessage: (message: string, _: object, yes: string) => { warned.push(message); return Promise.resolve(replace ? yes : undefined); },
      showInformationMessage: (message: string) => { done.push(message); return Promise.resolve(undefined); },
      showTextDocument: (document: object) => Promise.resolve({ document }),
    },
    workspace: {
      workspaceFolders: folder ? [{ uri: new Uri('/letters') }] : undefined,
      openTextDocument: (uri: Uri) => Promise.resolve(documentOf(uri, false)),
      applyEdit: ({ created }: WorkspaceEdit) => {
        if (!created || (disk.has(created.file.path) && created.options.overwrite !== true)) return Promise.resolve(false);
        disk.set(created.file.path, new TextDecoder().decode(created.options.contents));
        return Promise.resolve(true);
      },
      fs: {
        stat: async (file: Uri) => bytes(file),
        readFile: async (file: Uri) => bytes(file),
        writeFile: async (file: Uri, content: Uint8Array) => {
          if (++written > room) throw new FileSystemError('NoSpace');
          disk.set(file.path, new TextDecoder().decode(content));
        },
        rename: async (from: Uri, to: Uri) => {
          disk.set(to.path, new TextDecoder().decode(bytes(from)));
          disk.delete(from.path);
        },
        delete: async (file: Uri) => { if (!disk.delete(file.path)) throw new FileSystemError('FileNotFound'); },
      },
    },
  });
  const document = documentOf(new Uri(untitled ? 'Untitled-1' : '/letters/a.md'), untitled);
  const client = {
    code2ProtocolConverter: {},
    sendRequest: (_: string, { uri }: { uri: string }) => {
      signing.push(uri);
      return Promise.resolve({ signOff: { ready: true, warnings: 0, findings: [], items: ITEMS, notes: ['Decided 33 days after the assignment.'], blockers: [], sha256: 'f00', caseNumber }, html: '<p>Ready</p>' });
    },
  };
  const problem = await readyToSign(client as never, { editor: () => Promise.resolve({ document }) } as never).then(() => null, (error: Error) => error.message);
  return { disk: Object.fromEntries(disk), asked, warned, done, shown, signing, problem };
}

const NEW = { sha256: 'f00', ready: true, blockers: [] };
const report = (disk: Record<string, string>, name: string): unknown[] => [disk[`${name}.html`], disk[`${name}.json`]?.includes('f00')];

describe('a letter that is signed', () => {
  it('gets its report beside it, as a page and as data', async () => {
    const { disk, asked, warned, done } = await signed({ chosen: ['/letters/a.sign-off.html'] });
    assert.deepEqual(asked, [{ title: 'Save the sign-off report', name: '/letters/a.sign-off.html' }]);
    assert.deepEqual(Object.keys(disk).sort(), ['/letters/a.sign-off.html', '/letters/a.sign-off.json']);
    assert.deepEqual(report(disk, '/letters/a.sign-off'), ['<p>Ready</p>', true]);
    assert.deepEqual(warned, []);
    assert.match(done.join(), /ready to sign/);
  });

  it('is read back before, item by item, and not signed by whoever leaves', async () => {
    const { shown, asked } = await signed({ chosen: [], read: () => undefined });
    assert.deepEqual(shown, [
      '$(pass) This is what I decide: write the report', '1. Denied, as not medically necessary / walking cane',
      '2. To be authorized, as medically necessary / knee brace', '$(warning) 2. Words differ / The heading has “left”, the list has not.',
      '$(info) To know / Decided 33 days after the assignment.',
    ]);
    assert.deepEqual(asked, []);
  });

  it('is saved first, and not signed where it can’t be', async () => {
    assert.deepEqual((await signed({ dirty: true, chosen: [undefined] })).done, ['save']);
    const { problem, asked, signing } = await signed({ dirty: true, saves: false, chosen: ['/letters/a.sign-off.html'] });
    assert.match(problem ?? '', /could not be saved/);
    assert.deepEqual([asked, signing.length], [[], 1]);
  });
});

describe('a letter without a file', () => {
  it('is saved under its case number before it is signed', async () => {
    const { disk, asked, done, signing } = await signed({ untitled: true, chosen: ['/letters/CM16-0123456.md', '/letters/CM16-0123456.sign-off.html'] });
    assert.deepEqual(asked.map(({ name }) => name), ['/letters/CM16-0123456.md', '/letters/CM16-0123456.sign-off.html']);
    assert.equal(disk['/letters/CM16-0123456.md'], TEXT);
    assert.equal(signing.at(-1), 'file:///letters/CM16-0123456.md');
    assert.equal(done[0], 'workbench.action.revertAndCloseActiveEditor');
    assert.deepEqual(report(disk, '/letters/CM16-0123456.sign-off'), ['<p>Ready</p>', true]);
  });

  it('never takes the place of another file', async () => {
    const { disk, problem, done, signing } = await signed({ untitled: true, files: { '/letters/CM16-0123456.md': 'another' }, chosen: ['/letters/CM16-0123456.md'] });
    assert.match(problem ?? '', /not saved: there is a file of that name already/);
    assert.deepEqual([disk, done, signing.length], [{ '/letters/CM16-0123456.md': 'another' }, [], 1]);
  });

  it('is not signed where nobody says where it goes', async () => {
    const { disk, signing, problem } = await signed({ untitled: true, chosen: [undefined] });
    assert.deepEqual([disk, signing.length, problem], [{}, 1, null]);
  });

  it('has a name that a file can have, with or without a case number or a folder', async () => {
    assert.equal((await signed({ untitled: true, caseNumber: 'CM16/01 23', chosen: [] })).asked[0]?.name, '/letters/CM16-01-23.md');
    assert.equal((await signed({ untitled: true, caseNumber: null, folder: false, chosen: [] })).asked[0]?.name, '/determination.md');
  });
});

describe('a report', () => {
  it('takes the place of an earlier one of which the dialog has asked', async () => {
    const files = { '/letters/a.sign-off.html': 'old', '/letters/a.sign-off.json': JSON.stringify({ ...NEW, sha256: 'old' }) };
    const { disk, warned } = await signed({ files, chosen: ['/letters/a.sign-off.html'] });
    assert.deepEqual([report(disk, '/letters/a.sign-off'), warned], [['<p>Ready</p>', true], []]);
  });

  it('takes no place of another file that the dialog hasn’t asked of, unless the reviewer says so', async () => {
    const files = { '/letters/x.json': '{"mine": 1}', '/letters/x.html': 'mine' };
    const left = await signed({ files, chosen: ['/letters/x'] });
    assert.deepEqual([left.disk, left.warned], [files, ['x.html is there already. Replace it?']]);
    const json = await signed({ files, chosen: ['/letters/x.html'] });
    assert.deepEqual([json.disk, json.warned], [files, ['x.json is there already. Replace it?']]);
    const replaced = await signed({ files, chosen: ['/letters/x'], replace: true });
    assert.deepEqual([report(replaced.disk, '/letters/x'), replaced.warned.length], [['<p>Ready</p>', true], 2]);
  });

  it('leaves what was there where the disk is full', async () => {
    const files = { '/letters/a.sign-off.html': 'old', '/letters/a.sign-off.json': JSON.stringify({ ...NEW, sha256: 'old' }) };
    const { disk, problem } = await signed({ files, chosen: ['/letters/a.sign-off.html'], room: 1 });
    assert.deepEqual(disk, files);
    assert.equal(problem, 'The report can\'t be written there (NoSpace). Choose another place.');
  });
});
