import type { ExtensionContext } from 'vscode';
import type { PreviewPlugins } from './preview/letter-preview.ts';
import { startExtension } from './start.ts';

/** The extension, in Node and in a web worker: so it is shipped once, and what only one of the two has is run only there. */
export async function activate(context: ExtensionContext): Promise<PreviewPlugins> {
  const { createClient } = await (typeof process === 'undefined' ? import('./browser/create-client.ts') : import('./node/create-client.ts'));
  return startExtension(context, createClient(context));
}
