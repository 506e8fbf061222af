import type { CodeAction, Range } from 'vscode-languageserver';
import { offsetAt } from '../markdown/line-index.ts';
import { span } from '../markdown/span.ts';
import { confirmedPagesFile, pagesToConfirm, pageSentence, withConfirmedPage } from '../service/confirm-page.ts';
import type { Letter } from '../service/letter.ts';
import { packsFolder } from '../settings/packs.ts';
import { workspaceFolderOf, writingTo } from './other-file.ts';
import type { Session } from './session.ts';
import { enclosingFolders, folderOf, joinUri } from './uri.ts';

/** *Confirm this page*: a page that the catalogue only recalls, at the place where a letter cites it, becomes verified for the team. */
export async function confirmingPage(session: Session, letter: Letter, { start, end }: Range): Promise<CodeAction[]> {
  const pages = pagesToConfirm(letter, span(offsetAt(letter.lines, start), offsetAt(letter.lines, end)));
  // Of files that aren't on this machine it isn't known whether they are there.
  if (pages.length === 0 || !letter.uri.startsWith('file:')) return [];
  const uri = joinUri(joinUri(await folderWithPacks(session, folderOf(letter.uri)), packsFolder), confirmedPagesFile);
  const before = await session.files.readText(uri);
  const today = new Date().toISOString().slice(0, 10);
  return pages.flatMap((page) => {
    const after = withConfirmedPage(before ?? '', page, today);
    return after === null ? [] : writingTo(session, { uri, before, after }, `Confirm this page: ${pageSentence(page)}`, null);
  });
}

/** The nearest folder that has packs already, or the letter's workspace folder. */
async function folderWithPacks(session: Session, folder: string): Promise<string> {
  for (const above of enclosingFolders(folder)) {
    if ((await session.files.jsonFiles(joinUri(above, packsFolder))).length > 0) return above;
  }
  return workspaceFolderOf(session, folder);
}
