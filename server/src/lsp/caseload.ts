import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CaseloadLetter } from '../../../protocol/caseload.ts';
import { byUrgency, caseloadLetter } from '../service/caseload.ts';
import { createLetter, type Letter } from '../service/letter.ts';
import { kindOfFile, openSource } from '../service/source.ts';
import { inSlices } from './input-queue.ts';
import { remarksBeside } from './remarks.ts';
import { withoutWords, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { fileNameOf, sameFile } from './uri.ts';

/** Every letter of the workspace folders, those that are open as they are in the editor. */
export function caseload(session: Session, params: Asked<'imr/caseload'>): Promise<readonly CaseloadLetter[]> {
  const today = params?.today;
  if (typeof today !== 'string' || Number.isNaN(Date.parse(today))) throw new ResponseError(ErrorCodes.InvalidParams, 'A caseload is counted from a day.');
  return withoutWords(session, async () => {
    const found = new Map<string, CaseloadLetter>();
    for (const folder of [...session.folders]) {
      for await (const { uri } of session.files.letters(folder)) {
        // One folder may lie in another.
        if (found.has(sameFile(uri))) continue;
        const letter = session.documents.get(uri) ? await session.letters.letter(uri) : await letterOnDisk(session, uri);
        if (letter?.kind === 'letter') found.set(sameFile(uri), caseloadLetter(letter, letter.uri, await remarksBeside(session, letter), today));
      }
    }
    return byUrgency([...found.values()]);
  });
}

async function letterOnDisk({ files, configuration }: Session, uri: string): Promise<Letter | null> {
  const text = await files.readText(uri);
  if (text === null) return null;
  const checker = await configuration.checkerFor(uri);
  const source = openSource(text, kindOfFile(uri));
  const checked = await inSlices(checker.start(fileNameOf(uri)).sliced(source), () => true);
  return checked && createLetter(uri, null, source, checked, checker.catalogue);
}
