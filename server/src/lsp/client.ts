import { CompletionItemKind, type InitializeParams, type SemanticTokensClientCapabilities, type TextDocumentClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/initialization.ts';
import { semanticTokensLegend } from '../service/semantic-tokens.ts';
import { preferred, type Encoding } from './encoding.ts';
import { byScheme, inFolder, type PageAddress } from './page-address.ts';

/** What the client can do, as far as it changes what the server does. */
export interface Client {
  /** How it counts characters, and whether it has said so. */
  readonly offersEncodings: boolean;
  readonly encoding: Encoding;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: DiagnosticParts;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Of files in any folder, not only in the workspace's. */
  readonly watchesAnyFolder: boolean;
  readonly readsDocumentChanges: boolean;
  readonly readsCodeActionLiterals: boolean;
  /** Applies one of several quick fixes without a question. */
  readonly prefersCodeActions: boolean;
  readonly readsSnippets: boolean;
  readonly completions: CompletionParts;
  /** In hovers, and likes it best; others get plain text. */
  readonly readsMarkdown: boolean;
  readonly hasFolders: boolean;
  /** Wants `imr/status` after each change of the diagnostics. */
  readonly wantsStatus: boolean;
  /** Knows the command by which a code lens shows places. */
  readonly showsPlaces: boolean;
  /** Knows the command that opens the page of a rule. */
  readonly explainsRules: boolean;
  /** Knows the command that asks why a finding stands. */
  readonly asksWhyNotHere: boolean;
  /** Knows the command that saves a file. */
  readonly savesFiles: boolean;
  /** An edit of the workspace may make a new file. */
  readonly createsFiles: boolean;
  readonly preparesRename: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** In the outline; others get a list. */
  readonly readsSymbolTrees: boolean;
  /** Of the outline as a whole. */
  readonly readsOutlineLabel: boolean;
  readonly readsLinkTooltips: boolean;
  /** What it takes of our semantic tokens; null where it has no colours for their types. */
  readonly tokens: TokenParts | null;
  /** Workspace folders at the start, or the one root of an old client. */
  readonly folders: readonly string[];
  /** Settings that came along with `initialize`, for clients that are never asked. */
  readonly settings: unknown;
}

/** What a diagnostic may have beyond range, severity, code, source and message. */
export interface DiagnosticParts {
  readonly related: boolean;
  readonly tags: boolean;
  /** A link behind the code; null where the client takes none, or no page could be read there. */
  readonly pageOf: PageAddress | null;
  /** What comes back with a question for quick fixes. */
  readonly data: boolean;
  /** The document's, where diagnostics are published. */
  readonly version: boolean;
}

/** Whether semantic tokens are asked for of a whole letter, and of a part, and whether their modifiers are known. */
export interface TokenParts {
  readonly full: boolean;
  readonly range: boolean;
  readonly modifiers: boolean;
}

/** What a completion may have beyond its words. */
export interface CompletionParts {
  readonly preselect: boolean;
  readonly labelDetails: boolean;
  readonly kinds: ReadonlySet<CompletionItemKind>;
}

/** Those of the protocol's first version, which a client knows that names none. */
const FIRST_KINDS: readonly CompletionItemKind[] = Array.from({ length: CompletionItemKind.Reference }, (_, i) => i + 1 as CompletionItemKind);

/** `docs`: the folder of the rules' pages where they are installed, with a slash at its end. */
export function readClient(params: InitializeParams, docs: string | null = null): Client {
  const { general, workspace, textDocument, experimental } = params.capabilities ?? {};
  const options: Readonly<Partial<Record<keyof InitializationOptions, unknown>>> = table(params.initializationOptions);
  return {
    offersEncodings: general?.positionEncodings !== undefined,
    encoding: preferred(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnostics: diagnosticParts(textDocument ?? {}, options.imrExplainRule === true ? byScheme : docs === null ? null : inFolder(docs)),
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnyFolder: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    readsDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    readsCodeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    prefersCodeActions: textDocument?.codeAction?.isPreferredSupport === true,
    completions: {
      preselect: textDocument?.completion?.completionItem?.preselectSupport === true,
      labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      kinds: new Set(textDocument?.completion?.completionItemKind?.valueSet ?? FIRST_KINDS),
    },
    readsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.[0] === 'markdown',
    readsSymbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    readsOutlineLabel: textDocument?.documentSymbol?.labelSupport === true,
    readsLinkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    tokens: tokenParts(textDocument?.semanticTokens, options.imrTokenTypes === true),
    hasFolders: workspace?.workspaceFolders === true,
    wantsStatus: options.imrStatus === true || table(experimental)['imrStatus'] === true,
    showsPlaces: options.imrShowPlaces === true,
    explainsRules: options.imrExplainRule === true,
    asksWhyNotHere: options.imrNotHere === true,
    savesFiles: options.imrSaveFile === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    folders: params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
    settings: options.settings,
  };
}

/** Clients that pull may say it of what is published only: the protocol had it there first. */
function diagnosticParts({ publishDiagnostics, diagnostic }: TextDocumentClientCapabilities, pageOf: PageAddress | null): DiagnosticParts {
  return {
    related: (publishDiagnostics?.relatedInformation ?? diagnostic?.relatedInformation) === true,
    tags: (publishDiagnostics?.tagSupport ?? diagnostic?.tagSupport) !== undefined,
    pageOf: (publishDiagnostics?.codeDescriptionSupport ?? diagnostic?.codeDescriptionSupport) === true ? pageOf : null,
    data: (publishDiagnostics?.dataSupport ?? diagnostic?.dataSupport) === true,
    version: publishDiagnostics?.versionSupport === true,
  };
}

/** Types of our own are beyond the protocol's: a client must know them by name, or say that it has colours for them. */
function tokenParts(tokens: SemanticTokensClientCapabilities | undefined, isOurs: boolean): TokenParts | null {
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  if (!tokens || !(isOurs || tokenTypes.every((type) => tokens.tokenTypes.includes(type)))) return null;
  const { full, range } = tokens.requests ?? {};
  const modifiers = isOurs || tokenModifiers.every((modifier) => tokens.tokenModifiers?.includes(modifier));
  return { full: full !== undefined && full !== false, range: range !== undefined && range !== false, modifiers };
}

function table(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}
