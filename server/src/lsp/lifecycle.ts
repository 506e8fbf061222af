import { ErrorCodes, Message, ResponseError, type Connection, type MessageStrategy, type RequestMessage } from 'vscode-languageserver';

// What the protocol allows when: nothing before `initialize`, that one once, and nothing behind `shutdown` but `exit`.

/** Under this name a request that comes at a wrong time goes to the handler that refuses it. */
const REFUSED = 'imr/refused';

type Stage = 'waiting' | 'serving' | 'shut down';
type Refusal = readonly [code: number, message: string];

const TOO_EARLY: Refusal = [ErrorCodes.ServerNotInitialized, 'The server waits for “initialize”.'];
const TWICE: Refusal = [ErrorCodes.InvalidRequest, 'The server is initialized already.'];
const TOO_LATE: Refusal = [ErrorCodes.InvalidRequest, 'The server is shut down, and waits for “exit”.'];

/** Lets messages through in the order that the protocol wants; hand it to the connection when that is made, one for each. */
export function createLifecycle(): MessageStrategy {
  let stage: Stage = 'waiting';
  return {
    handleMessage(message, next) {
      if (Message.isNotification(message)) {
        // Its answer could only be an error, and a notification has none.
        return stage === 'serving' || message.method === 'exit' || message.method.startsWith('$/') ? next(message) : undefined;
      }
      if (!Message.isRequest(message)) return next(message);
      const refusal = refusalOf(message, stage);
      if (refusal) return next({ ...message, method: REFUSED, params: refusal } as RequestMessage);
      if (message.method === 'initialize') stage = 'serving';
      if (message.method === 'shutdown') stage = 'shut down';
      return next(message);
    },
  };
}

function refusalOf({ method }: RequestMessage, stage: Stage): Refusal | null {
  if (stage === 'shut down') return TOO_LATE;
  if (method === 'initialize') return stage === 'waiting' ? null : TWICE;
  return stage === 'waiting' ? TOO_EARLY : null;
}

/** Answers what came at a wrong time. */
export function refuseOutOfOrder(connection: Connection): void {
  connection.onRequest(REFUSED, (code: number, message: string) => {
    throw new ResponseError(code, message);
  });
}
