import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { completionTriggers } from '../service/completion.ts';
import { semanticTokensLegend } from '../service/semantic-tokens.ts';
import type { Client } from './client.ts';
import { fixAllKind } from './code-actions.ts';

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
    completionProvider: { triggerCharacters: [...completionTriggers] },
    hoverProvider: true,
    documentSymbolProvider: { label: 'IMR' },
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
    documentLinkProvider: {},
    selectionRangeProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    documentFormattingProvider: true,
    ...(client.hasFolders && { workspace: { workspaceFolders: { supported: true } } }),
  };
}
