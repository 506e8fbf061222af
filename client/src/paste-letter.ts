import { env, Range, window, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { showPlace } from './go-to.ts';
import { openDraft } from './open-draft.ts';
import { count } from './wording.ts';

const SHOW = 'Show Them';
const NONE = 'The clipboard holds no determination letter. Open the letter, select all of its text, copy it, and try again.';

/** Opens the letter on the clipboard, published or out of a PDF, as an untitled draft. */
export async function pasteLetter(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const text = await env.clipboard.readText();
  if (text.trim() === '') throw new Error(NONE);
  const { draft, leftover } = await askServer(client, 'imr/importLetter', { text });
  if (!/^### /m.test(draft)) throw new Error(NONE);
  const { document } = await openDraft(draft);
  const items = (await letter.refresh())?.items.length ?? 0;
  const found = `A draft of ${count(items, 'item')} was made from the clipboard.`;
  if (leftover) await offerLeftover(document, found);
  else void window.showInformationMessage(`IMR: ${found} Every line has its place in it.`);
}

/** What is read first is what is to be done: a notification is cut off. */
async function offerLeftover(document: TextDocument, found: string): Promise<void> {
  const chosen = await window.showWarningMessage(`IMR: Some lines found no place in the draft. They stand at its end. ${found}`, SHOW);
  if (chosen !== SHOW) return;
  // They are the last part of the draft, and a sign that would make a heading of one of them is escaped.
  const heading = document.positionAt(document.getText().lastIndexOf('\n## ') + 1);
  await showPlace(await window.showTextDocument(document), new Range(heading, heading));
}
