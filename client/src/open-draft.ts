import { window, workspace, type TextEditor } from 'vscode';

/** Opens an untitled letter with that text. */
export async function openDraft(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
