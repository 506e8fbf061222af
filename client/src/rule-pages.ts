import { Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace, type FileChangeEvent, type FileStat, type FileSystemProvider } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PAGES_SCHEME } from '../../protocol/initialization.ts';
import { askServer } from './ask-server.ts';

const RULES = '/rules/';

/** The address of a page by its path below `docs/` without its ending: `rules/date-order`, `phrases`. */
export function pageUri(name: string): Uri {
  return Uri.from({ scheme: PAGES_SCHEME, path: `/${name}.md` });
}

/**
 * The pages on rules as files that can only be read, so that the links from one to the other lead somewhere: the server makes those of the rules, the others lie
 * in the package.
 */
export function registerRulePages(client: BaseLanguageClient, extensionUri: Uri): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const read = async (uri: Uri): Promise<Uint8Array> => {
    const name = uri.path.startsWith(RULES) ? uri.path.slice(RULES.length).replace(/\.md$/, '') : null;
    if (name === null) return workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', uri.path));
    const page = await askServer(client, 'imr/rulePage', { name });
    if (!page) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page.markdown);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: async (uri): Promise<FileStat> => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await read(uri)).length }),
    readFile: read,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return Disposable.from(changed, workspace.registerFileSystemProvider(PAGES_SCHEME, provider, { isReadonly: true }));
}

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}
