import type { KeptLine } from '../../../protocol/findings.ts';
import type { SignOff } from '../../../protocol/sign-off.ts';
import { fingerprint } from '../service/fingerprint.ts';
import { ledgerEntry } from '../service/ledger.ts';
import type { Letter } from '../service/letter.ts';
import { signOff } from '../service/sign-off.ts';
import { signOffPage } from '../service/sign-off-page.ts';
import { ledgerFile, ledgerLine } from '../settings/ledger.ts';
import { keptFile } from './other-file.ts';
import { remarksBeside } from './remarks.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { fileNameOf, sameFile } from './uri.ts';

interface SignedOff {
  readonly signOff: SignOff;
  readonly html: string;
  readonly ledger: KeptLine | null;
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
  const remarks = await remarksBeside(session, letter);
  const report = signOff(letter, {
    remarks, letter: fileNameOf(letter.uri), sha256: await fingerprint(letter.lines.text.toString()), checkedAt: new Date().toISOString(),
    switchedOff: (await configuration.checkerFor(letter.uri)).switchedOff, acknowledged, seen: seen.of(letter.uri),
  });
  return { signOff: report, html: signOffPage(report), ledger: letter.uri.startsWith('file:') ? await ledgerOf(session, letter.uri, report) : null };
}

/** The nearest ledger, or one to be made in the letter's workspace folder. */
async function ledgerOf(session: Session, uri: string, report: SignOff): Promise<KeptLine> {
  const line = ledgerLine(ledgerEntry(report));
  return { file: (await keptFile(session, uri, ledgerFile)).file, line };
}
