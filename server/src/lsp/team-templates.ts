import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { readTeamTemplate } from '../service/team-template.ts';
import type { RationaleTemplate } from '../snippets/template.ts';
import type { Configuration } from './configuration.ts';
import type { FileSystem } from './file-system.ts';
import { enclosingFolders, fileNameOf, folderOf, joinUri } from './uri.ts';

/** The rationale templates of a team, from the nearest folder of such that a letter's folder or one above it holds. */
export interface TeamTemplates {
  /** Best kept for when somebody asks for a list: the first time it reads files. */
  of(uri: string): Promise<readonly RationaleTemplate[]>;
  /** Reads them again when they are asked for. */
  forget(): void;
}

/** `folders`: of the workspace, looked at each time. */
export function createTeamTemplates(connection: Connection, folders: Iterable<string>, files: FileSystem, configuration: Configuration): TeamTemplates {
  const byFolder = new Map<string, Promise<readonly RationaleTemplate[]>>();
  const shown = new Set<string>();

  /** One that is left out would be looked for in vain. */
  function show(file: string, problem: string): void {
    const message = `IMR templates: ${fileNameOf(file)} is left out until it is corrected. ${problem}`;
    if (shown.has(message)) return;
    shown.add(message);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  async function readFolder(folder: string): Promise<RationaleTemplate[]> {
    const templates: RationaleTemplate[] = [];
    for await (const { uri } of files.letters(folder)) {
      const text = await files.readText(uri);
      if (text === null) continue;
      const { template, problems: [problem] } = readTeamTemplate(uri, text);
      if (template) templates.push(template);
      else if (problem) show(uri, problem.message);
    }
    return templates;
  }

  async function load(folder: string, name: string): Promise<readonly RationaleTemplate[]> {
    // A letter that was never saved lies in no folder of the workspace.
    for (const above of new Set([...enclosingFolders(folder), ...folders])) {
      const templates = await readFolder(joinUri(above, name));
      if (templates.length > 0) return templates;
    }
    return [];
  }

  return {
    async of(uri) {
      const name = await configuration.templatesFolderFor(uri);
      const folder = folderOf(uri);
      let templates = byFolder.get(folder);
      if (!templates) byFolder.set(folder, templates = load(folder, name.split('/').map(encodeURIComponent).join('/')));
      return templates;
    },
    forget: () => byFolder.clear(),
  };
}
