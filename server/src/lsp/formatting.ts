import type { CancellationToken, DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formattingInSlices } from '../service/formatting.ts';
import { whileWaitedFor } from './cancellation.ts';
import { inLetter } from './row.ts';
import type { Session } from './session.ts';

/** In plain text the marks of a draft would be nothing but characters. */
export async function formatted(session: Session, { textDocument: { uri } }: DocumentFormattingParams, token: CancellationToken): Promise<TextEdit[] | null> {
  return session.documents.get(uri)?.source.kind === 'markdown' ? inLetter(session, uri, (letter) => whileWaitedFor(token, formattingInSlices(letter))) : null;
}

/** Of one pasted item, say, and nothing else. */
export async function formattedRange(session: Session, { textDocument: { uri }, range }: DocumentRangeFormattingParams, token: CancellationToken): Promise<TextEdit[] | null> {
  return session.documents.get(uri)?.source.kind === 'markdown' ? inLetter(session, uri, (letter) => whileWaitedFor(token, formattingInSlices(letter, range))) : null;
}
