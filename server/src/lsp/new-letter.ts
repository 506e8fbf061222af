import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CaseFactKey, CaseFactReading, NewLetter } from '../../../protocol/new-letter.ts';
import { readCaseFact } from '../service/case-facts.ts';
import { newLetter } from '../service/new-letter.ts';
import type { Session } from './session.ts';

/** Answers what *New Determination* asks: `imr/caseFact` { key, text } with { value } or { problem }, `imr/newLetter` { facts, items } with { snippet }. */
export function handleNewLetter({ connection }: Session): void {
  connection.onRequest<CaseFactReading, void>('imr/caseFact', (params: { readonly key?: unknown; readonly text?: unknown } | null) => {
    if (typeof params?.key !== 'string' || typeof params.text !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no fact.');
    return readCaseFact(params.key as CaseFactKey, params.text);
  });
  connection.onRequest('imr/newLetter', (params: Partial<NewLetter> | null) => ({
    snippet: newLetter({ facts: params?.facts ?? {}, items: params?.items ?? '' }),
  }));
}
