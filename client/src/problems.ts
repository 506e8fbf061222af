import { Range, type TextDocument } from 'vscode';
import { DocumentDiagnosticRequest, type BaseLanguageClient, type Diagnostic } from 'vscode-languageclient';
import { blanksOf } from './blanks.ts';

/** How often the server is asked again because somebody typed meanwhile. */
const ATTEMPTS = 5;

/**
 * Where something is to be put right in the text as it is now, in its order: what the server finds, hints aside, and all placeholders. What the
 * editor shows as problems stands, for a moment after each key, in the places of the text before.
 */
export async function problemsOf(client: BaseLanguageClient, document: TextDocument): Promise<Range[]> {
  let findings: readonly Diagnostic[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { version } = document;
    findings = await findingsOf(client, document);
    if (document.version === version) break;
  }
  const places = findings.filter(({ severity }) => severity !== 4).map(({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character));
  const open = blanksOf(document).filter(({ start }) => !places.some((place) => place.start.isEqual(start)));
  return [...places, ...open].sort((a, b) => a.start.compareTo(b.start));
}

async function findingsOf(client: BaseLanguageClient, document: TextDocument): Promise<readonly Diagnostic[]> {
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri.toString() } });
  return report.kind === 'full' ? report.items : [];
}
