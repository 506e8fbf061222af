import { commands } from 'vscode';
import type { ActiveLetter } from './active-letter.ts';

/** Shows the letter as it will read, beside its draft: the Markdown preview, which the extension dresses as a letter. */
export async function showLetter(letter: ActiveLetter): Promise<void> {
  const { document } = await letter.editor();
  if (document.languageId !== 'markdown') throw new Error('Only a draft in Markdown can be shown as it will read. “Paste Letter as Draft” makes one of this letter.');
  await commands.executeCommand('markdown.showPreviewToSide', document.uri);
}
