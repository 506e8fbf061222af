import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { KeptLine } from '../../../protocol/findings.ts';
import type { LetterRemarks, RemarkEntry } from '../../../protocol/remarks.ts';
import { offsetAt } from '../markdown/line-index.ts';
import { span } from '../markdown/span.ts';
import { letterKey } from '../service/decisions.ts';
import { fingerprint } from '../service/fingerprint.ts';
import type { Letter } from '../service/letter.ts';
import { remarkOn, remarksOf } from '../service/remarks.ts';
import { findRemarks, isState, remarkLine, remarksFile, type RemarkLine } from '../settings/remarks.ts';
import { keptFile } from './other-file.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { enclosingFolders, fileNameOf, folderOf } from './uri.ts';

/** What others said of a letter. The file is read each time: somebody else writes it, too. */
export async function remarksBeside({ files }: Session, letter: Letter): Promise<LetterRemarks> {
  const kept = await findRemarks(enclosingFolders(folderOf(letter.uri)), files.readText);
  return remarksOf(letter, { kept, fileName: fileNameOf(letter.uri), sha256: await fingerprint(letter.lines.text.toString()) });
}

export function letterRemarks(session: Session, params: Asked<'imr/remarks'>): Promise<LetterRemarks | null> {
  return inLetter(session, params?.uri, (letter) => remarksBeside(session, letter));
}

/** The line that keeps what somebody says of a letter, and its file. */
export function remarkKept(session: Session, params: Asked<'imr/remark'>): Promise<KeptLine | null> {
  const { entry, who } = params ?? {};
  const said = { who: typeof who === 'string' && who.trim() !== '' ? who.trim() : null, when: new Date().toISOString() };
  return inLetter(session, params?.uri, async (letter) => {
    const line = await lineFor(letter, entryOf(entry), said);
    return { file: (await keptFile(session, letter.uri, remarksFile)).file, line: remarkLine(line) };
  });
}

async function lineFor(letter: Letter, entry: RemarkEntry, said: Pick<RemarkLine, 'who' | 'when'>): Promise<RemarkLine> {
  const key = letterKey(letter.determination, fileNameOf(letter.uri));
  switch (entry.kind) {
    case 'remark': {
      const { range: { start, end }, text, proposal = null } = entry;
      return remarkOn(letter, span(offsetAt(letter.lines, start), offsetAt(letter.lines, end)), { id: crypto.randomUUID(), letter: key, text, proposal, ...said });
    }
    case 'answer':
      return { on: entry.id, letter: key, text: entry.text, state: null, ...said };
    case 'state':
      return { on: entry.id, letter: key, text: null, state: entry.state, ...said };
    case 'read':
      return { letter: key, read: await fingerprint(letter.lines.text.toString()), ...said };
  }
}

/** Whoever asks may send anything. @throws ResponseError where it says nothing */
function entryOf(given: unknown): RemarkEntry {
  const entry = (typeof given === 'object' ? given ?? {} : {}) as Readonly<Record<string, unknown>>;
  const { kind, id, text, state, range } = entry;
  const isSaid = typeof text === 'string' && text.trim() !== '';
  const isOn = typeof id === 'string';
  const isWhole = kind === 'read' || (kind === 'remark' && isSaid && typeof range === 'object' && range !== null)
    || (kind === 'answer' && isOn && isSaid) || (kind === 'state' && isOn && isState(state));
  if (!isWhole) throw new ResponseError(ErrorCodes.InvalidParams, 'A remark has words and a place; an answer or a state has a remark.');
  return entry as unknown as RemarkEntry;
}
