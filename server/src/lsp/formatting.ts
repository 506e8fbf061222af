import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import { formattingEdits } from '../service/formatting.ts';
import { inLetter } from './row.ts';
import type { Session } from './session.ts';

/** In plain text the marks of a draft would be nothing but characters. */
export async function formatted(session: Session, { textDocument: { uri } }: DocumentFormattingParams): Promise<TextEdit[] | null> {
  return session.documents.get(uri)?.source.kind === 'markdown' ? inLetter(session, uri, formattingEdits) : null;
}
