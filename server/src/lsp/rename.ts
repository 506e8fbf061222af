import { LSPErrorCodes, ResponseError, type RenameParams, type WorkspaceEdit } from 'vscode-languageserver';
import { rename, titleProblem } from '../service/rename.ts';
import { inLetter } from './row.ts';
import type { Session } from './session.ts';

/** What is wrong with a title is said in the editor's own box. */
export function renamed(session: Session, { textDocument: { uri }, position, newName }: RenameParams): Promise<WorkspaceEdit | null> {
  const problem = titleProblem(newName);
  if (problem !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
  return inLetter(session, uri, (letter) => rename(letter, position, newName));
}
