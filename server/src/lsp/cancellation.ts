import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** An answer for as long as the client waits for it: once it doesn't, it is told so at once, whatever the work for the answer is doing. */
export function untilCancelled<T>(token: CancellationToken, work: () => T | Promise<T>): T | Promise<T> {
  // One that was cancelled while it waited in the queue never tells of it again.
  throwIfCancelled(token);
  const answer = work();
  if (!(answer instanceof Promise)) return answer;
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')));
    answer.then(resolve, reject).finally(() => listening.dispose());
  });
}

/** Ends a request that the client doesn't wait for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
