import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Sliced } from '../markdown/sliced.ts';
import { inSlices } from './input-queue.ts';

/** An answer for as long as the client waits for it: once it doesn't, it is told so at once, whatever the work for the answer is doing. */
export function untilCancelled<T>(token: CancellationToken, work: () => T | Promise<T>): T | Promise<T> {
  // One that was cancelled while it waited in the queue never tells of it again.
  throwIfCancelled(token);
  const answer = work();
  if (!(answer instanceof Promise)) return answer;
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()));
    answer.then(resolve, reject).finally(() => listening.dispose());
  });
}

/** Does some work with looks at the queue, and leaves it undone once the client doesn't wait for it any more. */
export async function whileWaitedFor<T extends object>(token: CancellationToken, work: Sliced<T>): Promise<T> {
  const done = await inSlices(work, () => !token.isCancellationRequested);
  if (done === null) throw cancelled();
  return done;
}

/** Ends a request that the client doesn't wait for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
