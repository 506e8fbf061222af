import {
  DocumentDiagnosticReportKind, type CancellationToken, type Diagnostic, type PreviousResultId, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { readLetter } from '../service/letter.ts';
import { throwIfCancelled } from './cancellation.ts';
import { report } from './diagnostics.ts';
import type { FoundFile } from './file-system.ts';
import { breather } from './input-queue.ts';
import type { Session } from './session.ts';

/** Work for so long, then let waiting messages in. */
const turnLength = 10;

/** Answers `workspace/diagnostic`: every letter of the workspace folders, files as they are found. */
export function handleWorkspaceDiagnostics(session: Session): void {
  session.connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for await (const item of workspaceReports(session, previousResultIds, token)) {
      if (partial) partial.report({ items: [item] });
      else items.push(item);
    }
    throwIfCancelled(token);
    return { items };
  });
}

async function* workspaceReports(
  session: Session, previous: readonly PreviousResultId[], token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const goOn = breather(turnLength, token);
  const seen = new Set<string>();
  const known = new Map(previous.map(({ uri, value }) => [uri, value]));
  for (const folder of session.client.folders) {
    for await (const file of session.files.letters(folder)) {
      if (!await goOn()) return;
      seen.add(file.uri);
      const item = session.documents.get(file.uri)
        ? await openReport(session, file.uri, known.get(file.uri))
        : await fileReport(session, file, known.get(file.uri));
      if (item) yield item;
    }
  }
  session.fileSymbols.keepOnly(seen);
}

/** An open document is never read from disk. */
async function openReport(session: Session, uri: string, previous?: string): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const reported = await session.report(uri);
  const version = session.documents.get(uri)?.version;
  if (!reported || version === undefined) return null;
  return itemFor(uri, version, reported.resultId, reported.diagnostics, previous);
}

async function fileReport(session: Session, file: FoundFile, previous?: string): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const checker = await session.configuration.checkerFor(file.uri);
  // The stamp alone decides, so that asking again costs one look at the file's date.
  const resultId = `${file.stamp}/${checker.id}`;
  if (resultId === previous) return itemFor(file.uri, null, resultId, [], previous);
  const text = await session.files.readText(file.uri);
  if (text === null) return null;
  const letter = readLetter(file.uri, text, checker);
  session.fileSymbols.keep(letter);
  const { diagnostics } = report(letter, session.client);
  return itemFor(file.uri, null, resultId, diagnostics, previous);
}

function itemFor(
  uri: string, version: number | null, resultId: string, diagnostics: readonly Diagnostic[], previous?: string,
): WorkspaceDocumentDiagnosticReport {
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}
