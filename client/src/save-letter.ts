import { commands, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';

/**
 * What is signed is what a file holds: the report names the text by its fingerprint. So the letter is saved; one without a file gets one, under its case
 * number, where the reviewer says. Undefined where they say nowhere.
 */
export async function saveLetter(document: TextDocument, caseNumber: string | null): Promise<TextDocument | undefined> {
  if (document.isUntitled) return saveUntitled(document, caseNumber);
  if (document.isDirty && !await document.save()) throw new Error('The letter could not be saved, so it is not signed. Save it, and ask again.');
  return document;
}

async function saveUntitled(document: TextDocument, caseNumber: string | null): Promise<TextDocument | undefined> {
  const name = `${caseNumber?.replace(/[^\w.-]+/g, '-') || 'determination'}.md`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    title: 'Save the letter before it is signed', filters: { Markdown: ['md'] }, defaultUri: folder ? Uri.joinPath(folder, name) : Uri.file(name),
  });
  if (!file) return undefined;
  const text = document.getText();
  // Whatever the dialog asked: no letter takes another one's place by its number.
  const creation = new WorkspaceEdit();
  creation.createFile(file, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!await workspace.applyEdit(creation)) throw new Error('The letter was not saved: there is a file of that name already, or none can be written there. Choose another name.');
  const saved = await workspace.openTextDocument(file);
  // Nothing is thrown away that the file doesn't hold.
  if (saved.getText() === document.getText()) await closeUntitled(document);
  await window.showTextDocument(saved);
  return saved;
}

/** It is another document to VS Code, and would be asked about when the window closes. */
async function closeUntitled(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
