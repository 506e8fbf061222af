import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { ImportedLetter } from '../../../protocol/new-letter.ts';
import { whileWaitedFor } from './cancellation.ts';
import { withoutWords, type Asked } from './row.ts';
import type { Session } from './session.ts';

/** The text of a published letter as a draft. What reads it is loaded now: most reviewers never paste one. */
export function importedLetter(session: Session, params: Asked<'imr/importLetter'>, token: CancellationToken): Promise<ImportedLetter> {
  const text = params?.text;
  if (typeof text !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request has no text.');
  return withoutWords(session, async () => {
    const { importInSlices } = await import('../letter/import-letter.ts');
    return whileWaitedFor(token, importInSlices(text));
  });
}
