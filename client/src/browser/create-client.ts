import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from '../language-client.ts';

/** The web worker's own class; the project is compiled without the browser's types. */
declare const Worker: new (address: string) => Extract<ConstructorParameters<typeof LanguageClient>[2], object>;

/** In a VS Code without Node the server is a web worker. */
export function createClient(context: ExtensionContext): LanguageClient {
  const server = new Worker(Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true));
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, server, clientOptions);
}
