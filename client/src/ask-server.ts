import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../../protocol/methods.ts';

/** Asks the server beyond the Language Server Protocol. Rejected with a sentence where it can't answer. */
export function askServer<Method extends keyof Requests>(
  client: BaseLanguageClient, method: Method, params: Requests[Method]['params'],
): Promise<Requests[Method]['result']> {
  return client.sendRequest(method, params);
}
