import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { SignOff } from '../../../protocol/sign-off.ts';
import { fingerprint } from '../service/fingerprint.ts';
import type { Letter } from '../service/letter.ts';
import { signOff } from '../service/sign-off.ts';
import { signOffPage } from '../service/sign-off-page.ts';
import { inLetter } from './features.ts';
import type { Session } from './session.ts';
import { fileNameOf } from './uri.ts';

/**
 * Answers `imr/signOff` { uri, acknowledged? } with { signOff, html }: whether the letter may be signed, and the report of it. Null for
 * any other document. `acknowledged`: the reviewer has looked at the warnings.
 */
export function handleSignOff(session: Session): void {
  session.connection.onRequest('imr/signOff', (params: { readonly uri?: unknown; readonly acknowledged?: unknown } | null) => {
    if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document.');
    return inLetter(session, params.uri, (letter) => answer(session, letter, params.acknowledged === true));
  });
}

async function answer({ seen, configuration }: Session, letter: Letter, acknowledged: boolean): Promise<{ signOff: SignOff; html: string }> {
  seen.note(letter);
  const report = signOff(letter, {
    letter: fileNameOf(letter.uri), sha256: await fingerprint(letter.lines.text.toString()), checkedAt: new Date().toISOString(),
    switchedOff: (await configuration.checkerFor(letter.uri)).switchedOff, acknowledged, seen: seen.of(letter.uri),
  });
  return { signOff: report, html: signOffPage(report) };
}
