import { CodeActionKind, type CodeAction, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver';
import { SAVE_FILE } from '../../../protocol/initialization.ts';
import { indexLines, positionAt } from '../markdown/line-index.ts';
import { smallestEdit } from '../service/differing-part.ts';
import type { Session } from './session.ts';
import { enclosingFolders, folderOf, joinUri } from './uri.ts';

/** A quick fix that writes to another file than the letter. `before`: its text; null where there is no such file yet. */
export interface OtherFile {
  readonly uri: string;
  readonly before: string | null;
  readonly after: string;
}

/** Writes it, and saves it where the client can: what it holds counts as it is on the disk. None where the client can't make a file that isn't there. */
export function writingTo({ client }: Session, { uri, before, after }: OtherFile, title: string, diagnostic: Diagnostic | null): CodeAction[] {
  if (!client.readsDocumentChanges || (before === null && !client.createsFiles)) return [];
  return [{
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic && { diagnostics: [diagnostic] }),
    edit: { documentChanges: [...(before === null ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []), fileEdit(uri, before ?? '', after)] },
    ...(client.savesFiles && { command: { title: 'Save it', command: SAVE_FILE, arguments: [uri] } }),
  }];
}

function fileEdit(uri: string, before: string, after: string): TextDocumentEdit {
  const { start, end, newText } = smallestEdit(before, after);
  const lines = indexLines(before);
  return { textDocument: { uri, version: null }, edits: [{ range: { start: positionAt(lines, start), end: positionAt(lines, end) }, newText }] };
}

/** The workspace folder that a folder lies in, or itself. */
export function workspaceFolderOf({ folders }: Session, folder: string): string {
  const within = [...folders].map((each) => each.replace(/\/$/, '')).filter((each) => folder === each || folder.startsWith(`${each}/`));
  return within.sort((one, other) => other.length - one.length)[0] ?? folder;
}

/** The nearest file of that name (`.imr/…`) above a letter, with its text, or one to be made in the letter's workspace folder. */
export async function keptFile(session: Session, uri: string, name: string): Promise<{ readonly file: string; readonly before: string | null }> {
  const folder = folderOf(uri);
  for (const above of enclosingFolders(folder)) {
    const file = joinUri(above, name);
    const before = await session.files.readText(file);
    if (before !== null) return { file, before };
  }
  return { file: joinUri(workspaceFolderOf(session, folder), name), before: null };
}
