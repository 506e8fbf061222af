import { ViewColumn, window, workspace, type TextEditor } from 'vscode';

/** Opens an untitled letter with that text; beside what is open, where that shall stay in sight. */
export async function openDraft(content: string, column = ViewColumn.Active): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }), column);
}
