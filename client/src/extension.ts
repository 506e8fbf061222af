import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './language-client.ts';
import type { PreviewPlugins } from './preview/letter-preview.ts';
import { startExtension } from './start.ts';

/** The extension on the desktop and on a remote machine, where the server is a Node process of its own. */
export function activate(context: ExtensionContext): PreviewPlugins {
  const server = { module: context.asAbsolutePath('dist/server/main.cjs'), transport: TransportKind.ipc };
  return startExtension(context, new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug: server }, clientOptions));
}
