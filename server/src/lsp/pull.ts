import { DocumentDiagnosticReportKind, type CancellationToken, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { throwIfCancelled } from './cancellation.ts';
import { whenQuiet } from './input-queue.ts';
import type { Session } from './session.ts';

/** A question is answered once no message waits: edits behind it are applied first. */
const whenNothingWaits = turnstile();

export async function documentDiagnostics(
  session: Session, { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  await whenNothingWaits();
  throwIfCancelled(token);
  const reported = await session.report(uri);
  throwIfCancelled(token);
  if (!reported) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, diagnostics } = reported;
  // Words of the same length here may be longer or shorter as another client counts.
  return resultId === previousResultId && session.client.encoding === 'utf-16'
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/** Promises that are kept together once no message has arrived for a turn. */
function turnstile(): () => Promise<void> {
  let waiting: (() => void)[] = [];
  const quiet = whenQuiet(() => {
    const ready = waiting;
    waiting = [];
    for (const go of ready) go();
  });
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    quiet.ask();
  });
}
