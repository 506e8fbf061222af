import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { catalogueWith, type Pack } from '../guidelines/pack.ts';
import { findSettingsFile, readSettingsFile, settingsFileNames, type Layer } from '../settings/file.ts';
import { decisionsFile, findDecisions } from '../settings/decisions.ts';
import { findPacks, packsFolder } from '../settings/packs.ts';
import { resolveSettings, settingKeys } from '../settings/resolve.ts';
import type { Settings } from '../settings/settings.ts';
import { rules } from '../rules/rules.ts';
import { createChecker, type Checker } from '../service/checker.ts';
import { checkerFor } from '../service/checker-for.ts';
import type { Client } from './client.ts';
import type { FileSystem } from './file-system.ts';
import { readEditorSettings, type EditorSettings } from './editor-settings.ts';
import { enclosingFolders, folderOf, joinUri, readable } from './uri.ts';
import { createWatchAbove } from './watched-above.ts';

/** A client that never answers must not keep the letters unchecked. */
const longestWait = 2000;

/** The files of settings, the team's own facts on guidelines, what was decided on outside of letters, and the templates where most teams keep them. */
export const watchedFiles = { watchers: [...settingsFileNames, '.imr/**/*.md', `${packsFolder}/*.json`, decisionsFile].map((name) => ({ globPattern: `**/${name}` })) };

export interface Configuration {
  /** How the letters of this document's folder are checked. Documents with the same settings share one checker. */
  checkerFor(uri: string): Checker | Promise<Checker>;
  /** What the editor shall show in this document's folder. */
  editorSettingsFor(uri: string): Promise<EditorSettings>;
  /** Where the team's templates lie, below the document's folder or one above it. */
  templatesFolderFor(uri: string): Promise<string>;
  /** Forgets what is known of the editor's settings, or takes those that came along. */
  editorChanged(settings: unknown): void;
  /** Forgets the settings files. */
  filesChanged(): void;
}

/** What holds for the documents of one folder. */
interface FolderSettings {
  readonly checker: Checker;
  readonly editor: EditorSettings;
  readonly templates: string;
}

/**
 * The settings in force for each document: the settings file nearest to it, then the editor's, then the defaults.
 * What is wrong with them is shown once, in a message; the rest of them hold. `folders`: of the workspace, looked at each time.
 */
export function createConfiguration(connection: Connection, client: Client, files: FileSystem, folders: Iterable<string>): Configuration {
  const byFolder = new Map<string, FolderSettings | Promise<FolderSettings>>();
  const byContent = new Map<string, Checker>();
  const shown = new Set<string>();
  const watchAbove = createWatchAbove(connection, client, folders);
  let sent: unknown = client.settings;

  async function askEditor(scopeUri: string): Promise<unknown> {
    if (!client.answersConfiguration) return sent;
    const answer = connection.workspace.getConfiguration({ scopeUri, section: 'imr' }).catch(() => null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<null>((resolve) => { timer = setTimeout(resolve, longestWait, null); });
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
  }

  function show(problems: readonly string[]): void {
    for (const problem of problems) {
      if (shown.has(problem)) continue;
      shown.add(problem);
      // A notification: showWarningMessage would be a request that waits for the reviewer's answer.
      const message = `IMR settings: ${problem}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
  }

  function share(settings: Settings, packs: readonly Pack[]): Checker {
    const content = JSON.stringify([settings, packs]);
    let checker = byContent.get(content);
    if (!checker) byContent.set(content, checker = createChecker(settings, catalogueWith(packs)));
    return checker;
  }

  async function load(uri: string, folder: string): Promise<FolderSettings> {
    watchAbove(folder);
    const [found, values, facts, decided] = await Promise.all([
      findSettingsFile(enclosingFolders(folder), joinUri, files.readText),
      askEditor(uri),
      // A letter that was never saved lies in no folder of the workspace.
      findPacks(new Set([...enclosingFolders(folder), ...folders]), { list: files.jsonFiles, read: files.readText }),
      findDecisions(enclosingFolders(folder), files.readText),
    ]);
    const editor = readEditorSettings(values);
    const layers: Layer[] = [{ origin: 'editor settings', values: onlySettings(values) }];
    const file = found && readSettingsFile(found.path, found.text);
    if (file) layers.unshift(file.layer);
    const { settings, problems } = resolveSettings(layers, rules);
    const isOff = isSwitchedOff(values);
    if (!isOff) show([...(file?.problem ? [file.problem] : []), ...problems, ...facts.problems, ...decided.problems]);
    const checker = checkerFor({ path: readable(folder), settings, isSwitchedOff: isOff, decisions: decided.decisions }, (own) => share(own, facts.packs));
    return { checker, editor, templates: settings.templates };
  }

  function settingsFor(uri: string): FolderSettings | Promise<FolderSettings> {
    const folder = folderOf(uri);
    const known = byFolder.get(folder);
    if (known) return known;
    const loading: Promise<FolderSettings> = load(uri, folder).then((settings) => {
      if (byFolder.get(folder) === loading) byFolder.set(folder, settings);
      return settings;
    });
    byFolder.set(folder, loading);
    return loading;
  }

  return {
    checkerFor(uri) {
      const settings = settingsFor(uri);
      return 'checker' in settings ? settings.checker : settings.then(({ checker }) => checker);
    },
    async editorSettingsFor(uri) {
      return (await settingsFor(uri)).editor;
    },
    async templatesFolderFor(uri) {
      return (await settingsFor(uri)).templates;
    },
    editorChanged(settings) {
      if (typeof settings === 'object' && settings !== null && 'imr' in settings) sent = settings.imr;
      shown.clear();
      byFolder.clear();
    },
    filesChanged() {
      shown.clear();
      byFolder.clear();
    },
  };
}

/** `imr.enable` is the editor's alone: it says whether the letters of a folder are checked at all. */
function isSwitchedOff(values: unknown): boolean {
  return typeof values === 'object' && values !== null && 'enable' in values && values.enable === false;
}

/** The editor keeps settings of its own under `imr` (`imr.trace.server`); those are none of the checker's business. */
function onlySettings(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter(([key]) => settingKeys.includes(key)));
}
