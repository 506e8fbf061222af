import { CodeActionKind, ErrorCodes, ResponseError, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { FindingReference, KeptLine } from '../../../protocol/findings.ts';
import { NOT_HERE } from '../../../protocol/initialization.ts';
import type { Decision } from '../rules/engine/decision.ts';
import { alike } from '../rules/engine/alike.ts';
import type { Finding } from '../rules/engine/rule.ts';
import { decisionOn } from '../service/decisions.ts';
import type { Letter } from '../service/letter.ts';
import { canBeSilenced, reasonPlaceholder } from '../service/silence.ts';
import { decisionLine, decisionsFile } from '../settings/decisions.ts';
import { keptFile, writingTo } from './other-file.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { fileNameOf } from './uri.ts';

/**
 * *Not here, because …*, kept outside of the letter, for plain text as well. A client that can ask for the reason does; for others the line is written, with the reason to be
 * filled in, and counts from then on.
 */
export async function decidingOutside(session: Session, letter: Letter, diagnostic: Diagnostic, finding: Finding): Promise<CodeAction[]> {
  const { ruleId, messageId, data } = finding;
  if (!canBeSilenced(ruleId) || !letter.uri.startsWith('file:')) return [];
  const title = `Not here, because … (kept outside of the letter, “${ruleId}”)`;
  if (session.client.asksWhyNotHere) {
    const reference: FindingReference = { rule: ruleId, messageId, data };
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: NOT_HERE, arguments: [letter.uri, reference] } }];
  }
  const { file, before } = await keptFile(session, letter.uri, decisionsFile);
  const line = lineOn(letter, finding, { reason: reasonPlaceholder, who: null, when: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length) });
  return writingTo(session, { uri: file, before, after: `${ended(before ?? '')}${line}` }, title, diagnostic);
}

/** The line that keeps a decision, and its file. */
export function decided(session: Session, params: Asked<'imr/decide'>): Promise<KeptLine | null> {
  const { finding, reason, who } = params ?? {};
  if (typeof reason !== 'string' || reason.trim() === '') throw new ResponseError(ErrorCodes.InvalidParams, 'A decision has a reason.');
  return inLetter(session, params?.uri, async (letter) => {
    const found = findingOf(letter, finding);
    if (!found) return null;
    const { file } = await keptFile(session, letter.uri, decisionsFile);
    return { file, line: lineOn(letter, found, { reason: reason.trim(), who: typeof who === 'string' && who.trim() !== '' ? who.trim() : null, when: new Date().toISOString() }) };
  });
}

/** What a reference speaks of, as the letter is now. */
export function findingOf({ findings }: Letter, reference: unknown): Finding | undefined {
  const { rule, messageId, data } = (typeof reference === 'object' ? reference ?? {} : {}) as Partial<FindingReference>;
  return findings.find((finding) => finding.ruleId === rule && finding.messageId === messageId && alike(finding.data, data));
}

function lineOn({ determination, uri }: Letter, finding: Finding, said: Pick<Decision, 'reason' | 'who' | 'when'>): string {
  return decisionLine(decisionOn(finding, { determination, fileName: fileNameOf(uri) }, said));
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
