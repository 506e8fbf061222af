import { Uri, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import type { SignOff } from '../../protocol/sign-off.ts';

const SHOW = 'Show Report';

/** Asks where the report goes, by default beside the letter, writes it as a page and as data, and offers to show it. */
export async function writeReport(document: TextDocument, signOff: SignOff, html: string): Promise<void> {
  const chosen = await window.showSaveDialog({ title: 'Save the sign-off report', filters: { 'Sign-off report': ['html'] }, ...proposed(document) });
  if (!chosen) return;
  const base = chosen.path.replace(/\.html?$/i, '');
  const page = chosen.with({ path: `${base}.html` });
  const bytes = new TextEncoder();
  await workspace.fs.writeFile(page, bytes.encode(html));
  await workspace.fs.writeFile(chosen.with({ path: `${base}.json` }), bytes.encode(`${JSON.stringify(signOff, null, 2)}\n`));
  const answer = await window.showInformationMessage(`IMR: The letter is ready to sign. Its report is ${nameOf(page)}, with a .json of the same name.`, SHOW);
  if (answer === SHOW) showReport(nameOf(page), html);
}

/** In the editor: a browser would keep a history of it. The page has no script, and this panel would run none. */
function showReport(title: string, html: string): void {
  window.createWebviewPanel('imr.signOffReport', title, ViewColumn.Active).webview.html = html;
}

/** A letter that was never saved has no place of its own. */
function proposed({ uri, isUntitled }: TextDocument): { defaultUri?: Uri } {
  const folder = isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return folder ? { defaultUri: Uri.joinPath(folder, `${nameOf(uri).replace(/\.\w+$/, '')}.sign-off.html`) } : {};
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
