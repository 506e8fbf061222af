import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Ends a request that the client doesn't wait for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
