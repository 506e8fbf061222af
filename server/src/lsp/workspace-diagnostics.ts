import {
  DocumentDiagnosticReportKind, MessageType, ShowMessageNotification, WorkspaceDiagnosticRequest, type CancellationToken, type Diagnostic, type PreviousResultId,
  type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Checker } from '../service/checker.ts';
import { createLetter, readLetter } from '../service/letter.ts';
import { shownFindings } from '../service/shown-findings.ts';
import { kindOfFile, openSource } from '../service/source.ts';
import { throwIfCancelled } from './cancellation.ts';
import { report } from './diagnostics.ts';
import { asClientCounts } from './encoded-messages.ts';
import type { FoundFile } from './file-system.ts';
import { breather, inSlices } from './input-queue.ts';
import type { Session } from './session.ts';
import { fileNameOf, sameFile } from './uri.ts';

/** Work for so long, then let waiting messages in. */
const turnLength = 10;

/** Every letter of the workspace folders, files as they are found. */
export async function workspaceDiagnostics(
  session: Session, { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams, token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const item of workspaceReports(session, previousResultIds, token)) {
    if (partialResultToken === undefined) items.push(item);
    else await session.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, await asClientCounts(session, { items: [item] }, undefined));
  }
  throwIfCancelled(token);
  return { items };
}

async function* workspaceReports(
  session: Session, previous: readonly PreviousResultId[], token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const goOn = breather(turnLength, token);
  const found = new Set<string>();
  const known = new Map(previous.map(({ uri, value }) => [sameFile(uri), value]));
  for (const folder of [...session.folders]) {
    for await (const file of session.files.letters(folder)) {
      if (!await goOn()) return;
      // One folder may lie in another.
      if (found.has(sameFile(file.uri))) continue;
      found.add(sameFile(file.uri));
      const open = session.documents.get(file.uri);
      const before = known.get(sameFile(file.uri));
      const item = open ? await openReport(session, open.uri, before) : await fileReport(session, file, before, token);
      if (item) yield item;
    }
  }
  session.fileSymbols.keepOnly(found);
  // A client shows what it was told of a file until it is told something else.
  for (const { uri } of previous) if (!found.has(sameFile(uri)) && !session.documents.get(uri)) yield gone(uri);
}

function gone(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

/** An open document is never read from disk. */
async function openReport(session: Session, uri: string, previous?: string): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const reported = await session.report(uri);
  const version = session.documents.get(uri)?.version;
  if (!reported || version === undefined) return null;
  return itemFor(uri, version, reported.resultId, reported.diagnostics, session.client.encoding === 'utf-16' ? previous : undefined);
}

async function fileReport(session: Session, file: FoundFile, previous: string | undefined, token: CancellationToken): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const checker = await session.configuration.checkerFor(file.uri);
  // The stamp alone decides, so that asking again costs one look at the file's date.
  const resultId = `${file.stamp}/${checker.id}`;
  if (resultId === previous) return itemFor(file.uri, null, resultId, [], previous);
  const text = await session.files.readText(file.uri);
  if (text === null) return await saysForeign(session, file.uri, checker) ? itemFor(file.uri, null, resultId, [], previous) : null;
  const source = openSource(text, kindOfFile(file.uri));
  const checked = await inSlices(checker.start(fileNameOf(file.uri)).sliced(source), () => !token.isCancellationRequested);
  if (!checked) return null;
  const letter = createLetter(file.uri, null, source, checked, checker.catalogue);
  session.fileSymbols.keep(letter);
  const { diagnostics } = report(letter, session.client, undefined, shownFindings(letter, checker.show));
  return itemFor(file.uri, null, resultId, diagnostics, previous);
}

/** A letter in UTF-16 is checked as little as `imr check` does, but not in silence: said once, since an answer for this state of the file is kept. */
async function saysForeign({ connection, files }: Session, uri: string, checker: Checker): Promise<boolean> {
  const text = await files.readUtf16(uri);
  if (text === null) return false;
  if (readLetter(uri, text, checker).kind === 'letter') {
    const message = `IMR: ${fileNameOf(uri)} is written in UTF-16, so that it is not checked. Save it as UTF-8.`;
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
  return true;
}

function itemFor(
  uri: string, version: number | null, resultId: string, diagnostics: readonly Diagnostic[], previous?: string,
): WorkspaceDocumentDiagnosticReport {
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}
