import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import { settingsFileNames } from '../settings/file.ts';
import type { Client } from './client.ts';
import { enclosingFolders, sameFile } from './uri.ts';

/** Has the settings files watched that hold for a folder and lie above all workspace folders: the others are watched as they are. */
export function createWatchAbove(connection: Connection, client: Client, folders: Iterable<string>): (folder: string) => void {
  if (!client.registersWatchers || !client.watchesAnyFolder) return () => {};
  const watched = new Set<string>();
  return (folder) => {
    const within = [...folders].map((each) => sameFile(each).replace(/\/$/, ''));
    const isWithin = (uri: string): boolean => within.some((each) => uri === each || uri.startsWith(`${each}/`));
    // The root of a disk is no place for settings, and a letter that was never saved has no folder.
    const above = enclosingFolders(folder).filter((each) => /:\/\/.*\w/.test(each) && !watched.has(sameFile(each)) && !isWithin(sameFile(each)));
    if (above.length === 0) return;
    for (const each of above) watched.add(sameFile(each));
    const watchers = above.flatMap((baseUri) => settingsFileNames.map((pattern) => ({ globPattern: { baseUri, pattern } })));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  };
}
