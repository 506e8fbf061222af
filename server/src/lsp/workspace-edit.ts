import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Letter } from '../service/letter.ts';
import type { Session } from './session.ts';

/** Edits of one letter, in the form that the client reads. */
export function workspaceEdit({ client }: Session, { uri, version }: Letter, edits: TextEdit[]): WorkspaceEdit {
  return client.readsDocumentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
