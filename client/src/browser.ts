import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './language-client.ts';
import type { PreviewPlugins } from './preview/letter-preview.ts';
import { startExtension } from './start.ts';

/** The web worker's own class; the project is compiled without the browser's types. */
declare const Worker: new (address: string) => Extract<ConstructorParameters<typeof LanguageClient>[2], object>;

/** The extension in a VS Code without Node, where the server is a web worker. */
export function activate(context: ExtensionContext): PreviewPlugins {
  const server = new Worker(Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true));
  return startExtension(context, new LanguageClient(CLIENT_ID, CLIENT_NAME, server, clientOptions));
}
