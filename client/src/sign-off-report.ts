import { FileSystemError, Uri, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import type { SignOff } from '../../protocol/sign-off.ts';

const SHOW = 'Show Report';
const REPLACE = 'Replace It';

/** A file to write. `isAskedFor`: the reviewer has said that it may take the place of one that is there. */
interface Part {
  readonly file: Uri;
  readonly text: string;
  readonly isAskedFor: boolean;
}

/** Asks where the report goes, by default beside the letter, writes it as a page and as data, and offers to show it. False where the reviewer changed their mind. */
export async function writeReport(document: TextDocument, signOff: SignOff, html: string): Promise<boolean> {
  const chosen = await window.showSaveDialog({ title: 'Save the sign-off report', filters: { 'Sign-off report': ['html'] }, ...proposed(document) });
  if (!chosen) return false;
  const base = chosen.path.replace(/\.html?$/i, '');
  const page = chosen.with({ path: `${base}.html` });
  const data = chosen.with({ path: `${base}.json` });
  const parts = [
    // The dialog asks of the very name that was chosen.
    { file: page, text: html, isAskedFor: page.path === chosen.path },
    { file: data, text: `${JSON.stringify(signOff, null, 2)}\n`, isAskedFor: await isReport(data) },
  ];
  for (const { file, isAskedFor } of parts) if (!isAskedFor && await exists(file) && !await mayReplace(file)) return false;
  await writeWhole(parts);
  void window.showInformationMessage(`IMR: The letter is ready to sign. Its report is ${nameOf(page)}, with a .json of the same name.`, SHOW).then((answer) => {
    if (answer === SHOW) showReport(nameOf(page), html);
  });
  return true;
}

/** The files are written beside their places, and put there once they are whole: a full disk leaves the reports that were there. */
async function writeWhole(parts: readonly Part[]): Promise<void> {
  const drafts = parts.map(({ file }) => file.with({ path: `${file.path.slice(0, -nameOf(file).length)}.${nameOf(file)}.${Date.now()}.tmp` }));
  try {
    for (const [i, { text }] of parts.entries()) await workspace.fs.writeFile(drafts[i]!, new TextEncoder().encode(text));
    for (const [i, { file }] of parts.entries()) await workspace.fs.rename(drafts[i]!, file, { overwrite: true });
  } catch (error) {
    for (const draft of drafts) await workspace.fs.delete(draft).then(undefined, () => undefined);
    throw new Error(`The report can't be written there (${error instanceof FileSystemError ? error.code : 'unknown error'}). Choose another place.`, { cause: error });
  }
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(() => true, () => false);
}

/** Whether the data of an earlier report lie there, which go with the page that the dialog asked of. */
async function isReport(file: Uri): Promise<boolean> {
  try {
    const found = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Partial<SignOff> | null;
    return typeof found?.sha256 === 'string' && typeof found.ready === 'boolean' && Array.isArray(found.blockers);
  } catch {
    return false;
  }
}

async function mayReplace(file: Uri): Promise<boolean> {
  return await window.showWarningMessage(`${nameOf(file)} is there already. Replace it?`, { modal: true, detail: 'It is no sign-off report, or not the one that you were asked about.' }, REPLACE) === REPLACE;
}

/** In the editor: a browser would keep a history of it. The page has no script, and this panel would run none. */
function showReport(title: string, html: string): void {
  window.createWebviewPanel('imr.signOffReport', title, ViewColumn.Active).webview.html = html;
}

function proposed({ uri }: TextDocument): { defaultUri: Uri } {
  return { defaultUri: Uri.joinPath(uri, '..', `${nameOf(uri).replace(/\.\w+$/, '')}.sign-off.html`) };
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
