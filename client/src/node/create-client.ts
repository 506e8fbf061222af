import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from '../language-client.ts';

/** On the desktop and on a remote machine the server is a Node process of its own. */
export function createClient(context: ExtensionContext): LanguageClient {
  const server = { module: context.asAbsolutePath('dist/server/main.cjs'), transport: TransportKind.ipc };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug: server }, clientOptions);
}
