import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { fixAllKind } from './code-actions.ts';
import { features } from './features.ts';

/** What the server offers this client. Diagnostics are either pulled or pushed, never both. */
export function capabilities(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: true },
    }),
    ...(client.readsCodeActionLiterals && {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    }),
    ...(features.complete && {
      completionProvider: {
        triggerCharacters: [...features.completionTriggers ?? []],
        resolveProvider: features.resolveCompletion !== undefined,
      },
    }),
    ...(features.hover && { hoverProvider: true }),
    ...(features.symbols && { documentSymbolProvider: { label: 'IMR' } }),
    ...(features.foldingRanges && { foldingRangeProvider: true }),
    ...(features.definition && { definitionProvider: true }),
    ...(features.references && { referencesProvider: true }),
    ...(features.highlights && { documentHighlightProvider: true }),
    ...(client.hasFolders && { workspace: { workspaceFolders: { supported: true } } }),
  };
}
