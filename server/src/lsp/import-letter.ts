import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ImportedLetter } from '../../../protocol/new-letter.ts';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

/**
 * Answers `imr/importLetter` { text } with { draft, leftover }: the text of a published letter as a Markdown draft, and whether
 * some of it could not be placed and stands at the draft's end.
 */
export function handleImport({ connection }: Session): void {
  connection.onRequest('imr/importLetter', async (params: { readonly text?: unknown } | null): Promise<ImportedLetter> => {
    const text = params?.text;
    if (typeof text !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request has no text.');
    try {
      const { importText } = await import('../letter/import-letter.ts');
      return importText(text);
    } catch (error) {
      connection.console.error(placeOf(error));
      throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where.');
    }
  });
}
