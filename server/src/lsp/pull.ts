import { DocumentDiagnosticReportKind, type CancellationToken, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { throwIfCancelled } from './cancellation.ts';
import { whenQuiet } from './input-queue.ts';
import type { Session } from './session.ts';
import { handleWorkspaceDiagnostics } from './workspace-diagnostics.ts';

/** Answers `textDocument/diagnostic` and `workspace/diagnostic`. */
export function handlePull(session: Session): void {
  const whenNothingWaits = turnstile();
  session.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await whenNothingWaits();
    throwIfCancelled(token);
    return documentReport(session, textDocument.uri, previousResultId, token);
  });
  handleWorkspaceDiagnostics(session);
}

/** Asks the client to pull again, where it can be asked. */
export function pullAgain({ connection, client }: Session): void {
  if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => {});
}

async function documentReport(
  session: Session, uri: string, previousResultId: string | undefined, token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const reported = await session.report(uri);
  throwIfCancelled(token);
  if (!reported) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, diagnostics } = reported;
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/** A promise that is kept once no message waits: edits behind the request are applied before it is answered. */
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
