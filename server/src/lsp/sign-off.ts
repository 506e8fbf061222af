import type { SignOff } from '../../../protocol/sign-off.ts';
import { fingerprint } from '../service/fingerprint.ts';
import type { Letter } from '../service/letter.ts';
import { signOff } from '../service/sign-off.ts';
import { signOffPage } from '../service/sign-off-page.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { fileNameOf, sameFile } from './uri.ts';

interface SignedOff {
  readonly signOff: SignOff;
  readonly html: string;
}

export function signedOff(session: Session, params: Asked<'imr/signOff'>): Promise<SignedOff | null> {
  return inLetter(session, params?.uri, (letter) => reportOf(session, letter, params?.acknowledged === true));
}

/** What stands in the way of a signature is underlined, too, from now on. */
function showAll({ toSign, delivery }: Session, uri: string): void {
  if (toSign.has(sameFile(uri))) return;
  toSign.add(sameFile(uri));
  delivery.allChanged();
}

async function reportOf(session: Session, letter: Letter, acknowledged: boolean): Promise<SignedOff> {
  const { seen, configuration } = session;
  seen.note(letter);
  showAll(session, letter.uri);
  const report = signOff(letter, {
    letter: fileNameOf(letter.uri), sha256: await fingerprint(letter.lines.text.toString()), checkedAt: new Date().toISOString(),
    switchedOff: (await configuration.checkerFor(letter.uri)).switchedOff, acknowledged, seen: seen.of(letter.uri),
  });
  return { signOff: report, html: signOffPage(report) };
}
