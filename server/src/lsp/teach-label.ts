import { CodeActionKind, type CodeAction, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver';
import { SAVE_FILE } from '../../../protocol/initialization.ts';
import type { UnknownLabel } from '../determination/model.ts';
import { indexLines, positionAt } from '../markdown/line-index.ts';
import { unknownLabel } from '../rules/structure/unknown-label.ts';
import { smallestEdit } from '../service/differing-part.ts';
import type { Letter } from '../service/letter.ts';
import { findSettingsFile, settingsFileNames } from '../settings/file.ts';
import { teachLabel } from '../settings/teach.ts';
import type { DiagnosticData } from './diagnostic.ts';
import type { Session } from './session.ts';
import { enclosingFolders, fileNameOf, folderOf, joinUri } from './uri.ts';

/** Writes the label of an `unknown-label` into the settings file that holds for the letter, or into a new one in its workspace folder. */
export async function teaching(session: Session, letter: Letter, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const about = diagnostic.code === unknownLabel.id ? aboutOf(letter, diagnostic) : null;
  if (!about || !session.client.readsDocumentChanges) return [];
  const folder = folderOf(letter.uri);
  const found = await findSettingsFile(enclosingFolders(folder), joinUri, session.files.readText);
  if (!found && !session.client.createsFiles) return [];
  const { path: uri, text } = found ?? { path: joinUri(workspaceFolderOf(session, folder), settingsFileNames[0]), text: '' };
  const taught = teachLabel(uri, text, about.field, about.label);
  if (taught === null || taught === text) return [];
  return [{
    title: `Teach the label “${about.label}” to ${fileNameOf(uri)}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { documentChanges: [...(found ? [] : [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }]), fileEdit(uri, text, taught)] },
    // Settings count as they are on the disk.
    ...(session.client.savesFiles && { command: { title: 'Save the settings', command: SAVE_FILE, arguments: [uri] } }),
  }];
}

/** What the diagnostic came with, or the finding of its line, for a client that keeps no data. */
function aboutOf({ lines, findings }: Letter, { range, data }: Diagnostic): { readonly label: string; readonly field: UnknownLabel['field'] } | null {
  const sent = (data as Partial<DiagnosticData> | undefined)?.about;
  const same = findings.find(({ ruleId, span }) => ruleId === unknownLabel.id && positionAt(lines, span.start).line === range.start.line);
  const { label, field } = sent ?? same?.data ?? {};
  const isField = field === 'reviewerGuideline' || field === 'claimsAdministratorGuideline' || field === 'rationale';
  return typeof label === 'string' && isField ? { label, field } : null;
}

function fileEdit(uri: string, before: string, after: string): TextDocumentEdit {
  const { start, end, newText } = smallestEdit(before, after);
  const lines = indexLines(before);
  return { textDocument: { uri, version: null }, edits: [{ range: { start: positionAt(lines, start), end: positionAt(lines, end) }, newText }] };
}

/** The workspace folder that a folder lies in, or itself. */
function workspaceFolderOf({ folders }: Session, folder: string): string {
  const within = [...folders].map((each) => each.replace(/\/$/, '')).filter((each) => folder === each || folder.startsWith(`${each}/`));
  return within.sort((one, other) => other.length - one.length)[0] ?? folder;
}
