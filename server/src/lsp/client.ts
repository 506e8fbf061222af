import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/initialization.ts';

/** What the client can do, as far as it changes what the server does. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly readsRelatedInformation: boolean;
  readonly readsTags: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly readsDocumentChanges: boolean;
  readonly readsCodeActionLiterals: boolean;
  readonly readsSnippets: boolean;
  /** In hovers, and likes it best; others get plain text. */
  readonly readsMarkdown: boolean;
  readonly hasFolders: boolean;
  /** Wants `imr/status` after each change of the diagnostics. */
  readonly wantsStatus: boolean;
  /** Knows the command by which a code lens shows places. */
  readonly showsPlaces: boolean;
  /** Knows the command that saves a file. */
  readonly savesFiles: boolean;
  /** An edit of the workspace may make a new file. */
  readonly createsFiles: boolean;
  readonly preparesRename: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** In the outline; others get a list. */
  readonly readsSymbolTrees: boolean;
  /** Workspace folders at the start, or the one root of an old client. */
  readonly folders: readonly string[];
  /** Settings that came along with `initialize`, for clients that are never asked. */
  readonly settings: unknown;
}

export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument, experimental } = params.capabilities ?? {};
  const options: Readonly<Partial<Record<keyof InitializationOptions, unknown>>> = table(params.initializationOptions);
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    readsRelatedInformation: textDocument?.publishDiagnostics?.relatedInformation !== false,
    readsTags: textDocument?.publishDiagnostics?.tagSupport !== undefined,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    readsDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    readsCodeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    readsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.[0] === 'markdown',
    readsSymbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hasFolders: workspace?.workspaceFolders === true,
    wantsStatus: options.imrStatus === true || table(experimental)['imrStatus'] === true,
    showsPlaces: options.imrShowPlaces === true,
    savesFiles: options.imrSaveFile === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    folders: params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
    settings: options.settings,
  };
}

function table(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}
