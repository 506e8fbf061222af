import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { RoundComparison } from '../../../protocol/rounds.ts';
import { compareRounds } from '../service/compare-rounds.ts';
import { createLetter } from '../service/letter.ts';
import { openSource } from '../service/source.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { fileNameOf } from './uri.ts';

/** What changed since an earlier version, which the client has from wherever it keeps such. */
export function roundsCompared(session: Session, params: Asked<'imr/compareRounds'>): Promise<RoundComparison | null> {
  const before = params?.before;
  if (typeof before !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'A comparison has the text of an earlier version.');
  return inLetter(session, params?.uri, async (letter) => {
    const checker = await session.configuration.checkerFor(letter.uri);
    const source = openSource(before, session.documents.get(letter.uri)?.source.kind ?? 'markdown');
    return compareRounds(createLetter(letter.uri, null, source, checker.start(fileNameOf(letter.uri))(source), checker.catalogue), letter);
  });
}
