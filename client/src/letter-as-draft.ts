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
  if (!await openAsDraft(text, 'the clipboard', client, letter)) throw new Error(NONE);
}

/** The same of the letter that is open, say a plain text that was pasted into an empty file; that one stays as it is. */
export async function makeDraft(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const { document } = await letter.editor();
  const text = document.getText();
  if (document.languageId === 'markdown' && DRAFTED.test(text)) throw new Error('This letter is a draft already.');
  if (!await openAsDraft(text, 'this letter', client, letter)) throw new Error('No disputed item was found in this text, so no draft was made of it.');
}

/** An item of a draft: a heading. */
const DRAFTED = /^#{1,6} .*:[ \t]*(?:Upheld|Overturned)/im;

/** False where the text has no item. */
async function openAsDraft(text: string, source: string, client: BaseLanguageClient, letter: ActiveLetter): Promise<boolean> {
  if (text.trim() === '') return false;
  const { draft, leftover } = await askServer(client, 'imr/importLetter', { text });
  if (!/^### /m.test(draft)) return false;
  const { document } = await openDraft(draft);
  const items = (await letter.refresh())?.items.length ?? 0;
  const found = `A draft of ${count(items, 'item')} was made from ${source}.`;
  if (leftover) await offerLeftover(document, found);
  else void window.showInformationMessage(`IMR: ${found} Every line has its place in it.`);
  return true;
}

/** What is read first is what is to be done: a notification is cut off. */
async function offerLeftover(document: TextDocument, found: string): Promise<void> {
  const chosen = await window.showWarningMessage(`IMR: Some lines found no place in the draft. They stand at its end. ${found}`, SHOW);
  if (chosen !== SHOW) return;
  // They are the last part of the draft, and a sign that would make a heading of one of them is escaped.
  const heading = document.positionAt(document.getText().lastIndexOf('\n## ') + 1);
  await showPlace(await window.showTextDocument(document), new Range(heading, heading));
}
