import { env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { openDraft } from './open-draft.ts';
import { count } from './wording.ts';

const NONE = 'The clipboard holds no determination letter. Open the letter, select all of its text, copy it, and try again.';

/** Opens the letter on the clipboard, published or out of a PDF, as an untitled draft. */
export async function pasteLetter(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const text = await env.clipboard.readText();
  if (text.trim() === '') throw new Error(NONE);
  const { draft, leftover } = await askServer(client, 'imr/importLetter', { text });
  if (!/^### /m.test(draft)) throw new Error(NONE);
  await openDraft(draft);
  const items = (await letter.refresh())?.items.length ?? 0;
  const found = `IMR: A draft of ${count(items, 'item')} was made from the clipboard.`;
  void window.showInformationMessage(leftover ? `${found} Some lines found no place in it; they stand at its end.` : `${found} Every line has its place in it.`);
}
