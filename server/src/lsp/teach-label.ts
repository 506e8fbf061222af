import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { UnknownLabel } from '../determination/model.ts';
import { positionAt } from '../markdown/line-index.ts';
import { unknownLabel } from '../rules/structure/unknown-label.ts';
import type { Letter } from '../service/letter.ts';
import { findSettingsFile, settingsFileNames } from '../settings/file.ts';
import { teachLabel } from '../settings/teach.ts';
import type { DiagnosticData } from './diagnostic.ts';
import { workspaceFolderOf, writingTo } from './other-file.ts';
import type { Session } from './session.ts';
import { enclosingFolders, fileNameOf, folderOf, joinUri } from './uri.ts';

/** Writes the label of an `unknown-label` into the settings file that holds for the letter, or into a new one in its workspace folder. */
export async function teaching(session: Session, letter: Letter, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const about = diagnostic.code === unknownLabel.id ? aboutOf(letter, diagnostic) : null;
  if (!about) return [];
  const folder = folderOf(letter.uri);
  const found = await findSettingsFile(enclosingFolders(folder), joinUri, session.files.readText);
  const { path: uri, text } = found ?? { path: joinUri(workspaceFolderOf(session, folder), settingsFileNames[0]), text: '' };
  const taught = teachLabel(uri, text, about.field, about.label);
  if (taught === null || taught === text) return [];
  return writingTo(session, { uri, before: found ? text : null, after: taught }, `Teach the label “${about.label}” to ${fileNameOf(uri)}`, diagnostic);
}

/** What the diagnostic came with, or the finding of its line, for a client that keeps no data. */
function aboutOf({ lines, findings }: Letter, { range, data }: Diagnostic): { readonly label: string; readonly field: UnknownLabel['field'] } | null {
  const sent = (data as Partial<DiagnosticData> | undefined)?.about;
  const same = findings.find(({ ruleId, span }) => ruleId === unknownLabel.id && positionAt(lines, span.start).line === range.start.line);
  const { label, field } = sent ?? same?.data ?? {};
  const isField = field === 'reviewerGuideline' || field === 'claimsAdministratorGuideline' || field === 'rationale';
  return typeof label === 'string' && isField ? { label, field } : null;
}
