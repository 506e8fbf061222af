import {
  CodeActionRequest, CodeLensRequest, CompletionRequest, DefinitionRequest, DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification, DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification, DidSaveTextDocumentNotification, DocumentDiagnosticRequest, DocumentFormattingRequest, DocumentHighlightRequest,
  DocumentLinkRequest, DocumentRangeFormattingRequest, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InlayHintRequest, PrepareRenameRequest, ReferencesRequest,
  RenameRequest, SelectionRangeRequest, SemanticTokensRangeRequest, SemanticTokensRequest, TextDocumentSyncKind, WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest, type DocumentLink, type Position, type Range, type SemanticTokens,
} from 'vscode-languageserver';
import type { Requests } from '../../../protocol/methods.ts';
import { completionTriggers } from '../service/completion.ts';
import { definition } from '../service/definition.ts';
import { highlights } from '../service/document-highlight.ts';
import { documentLinks } from '../service/document-links.ts';
import { foldingRanges } from '../service/folding.ts';
import { guidelineCitations } from '../service/guideline-citations.ts';
import { hover } from '../service/hover.ts';
import { itemList } from '../service/item-list.ts';
import type { Letter } from '../service/letter.ts';
import { letterSummary } from '../service/letter-summary.ts';
import { rationaleTemplates } from '../service/rationale-templates.ts';
import { references } from '../service/references.ts';
import { prepareRename } from '../service/rename.ts';
import { selectionRanges } from '../service/selection-ranges.ts';
import { waitingIn } from '../service/shown-findings.ts';
import { listedRules } from '../service/rule-pages.ts';
import { semanticTokens, semanticTokensLegend, withoutModifiers } from '../service/semantic-tokens.ts';
import { codeLensesWanted, inlayHintsWanted } from './annotations.ts';
import { arranged } from './arrange-items.ts';
import { caseload } from './caseload.ts';
import type { Client } from './client.ts';
import { codeActionKinds, codeActions } from './code-actions.ts';
import { roundsCompared } from './compare-rounds.ts';
import { completed } from './completion.ts';
import { watchedFiles } from './configuration.ts';
import { criteriaOf } from './criteria.ts';
import { falseAlarms, falseAlarmText } from './false-alarm.ts';
import { formatted, formattedRange } from './formatting.ts';
import { changed, closed, opened, saved } from './hear-documents.ts';
import { configurationChanged, filesChanged, foldersChanged } from './hear-surroundings.ts';
import { importedLetter } from './import-letter.ts';
import { caseFact, newLetterSnippet } from './new-letter.ts';
import { decided } from './not-here.ts';
import { documentDiagnostics } from './pull.ts';
import { letterRemarks, remarkKept } from './remarks.ts';
import { renamed } from './rename.ts';
import { answers, answersOfLetter, hears, hearsOf, inLetter, own, type Asked, type OwnAnswer, type Row } from './row.ts';
import { namedPage } from './rule-page.ts';
import type { Session } from './session.ts';
import { signedOff } from './sign-off.ts';
import { symbolsOf } from './symbols.ts';
import { toolAnswer } from './tools.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Diagnostics are either pulled or pushed, never both. */
const pulled = (workspaceDiagnostics: boolean) => ({ pullsDiagnostics }: Client) => (
  pullsDiagnostics ? { diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics } } : null
);
/** For clients that have colours for our types of tokens. */
const coloured = (what: 'full' | 'range') => ({ tokens }: Client) => (
  tokens?.[what] ? { semanticTokensProvider: { legend: { ...semanticTokensLegend, ...(!tokens.modifiers && { tokenModifiers: [] }) }, [what]: true } } : null
);
const tokensOf = ({ client: { tokens } }: Session, letter: Letter, range?: Range): SemanticTokens => (
  tokens?.modifiers ? semanticTokens(letter, range) : withoutModifiers(semanticTokens(letter, range))
);
const linksOf = (letter: Letter, _params: object, { client: { readsLinkTooltips } }: Session): DocumentLink[] => (
  readsLinkTooltips ? documentLinks(letter) : documentLinks(letter).map(({ tooltip: _, ...link }) => link)
);

/** All that the server does for a client, a method a row: how it is called, what `initialize` says of it, what serves it. */
const standard: readonly Row[] = [
  hears(DidOpenTextDocumentNotification.type, { textDocumentSync: { openClose: true } }, opened),
  hears(DidCloseTextDocumentNotification.type, { textDocumentSync: { openClose: true } }, closed),
  hears(DidChangeTextDocumentNotification.type, { textDocumentSync: { change: TextDocumentSyncKind.Incremental } }, changed),
  hears(DidSaveTextDocumentNotification.type, { textDocumentSync: { save: { includeText: false } } }, saved),
  hearsOf(DidChangeConfigurationNotification.type, (client) => (client.registersConfiguration ? { section: 'imr' } : null), configurationChanged),
  hearsOf(DidChangeWatchedFilesNotification.type, (client) => (client.registersWatchers ? watchedFiles : null), filesChanged),
  hears(
    DidChangeWorkspaceFoldersNotification.type,
    ({ hasFolders }) => (hasFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : null), foldersChanged,
  ),

  answers(DocumentDiagnosticRequest.type, pulled(false), documentDiagnostics),
  answers(WorkspaceDiagnosticRequest.type, pulled(true), workspaceDiagnostics),
  answersOfLetter(
    CodeActionRequest.type,
    ({ readsCodeActionLiterals }) => (
      readsCodeActionLiterals ? { codeActionProvider: { codeActionKinds } } : null
    ), codeActions,
  ),

  answers(CompletionRequest.type, { completionProvider: { triggerCharacters: [...completionTriggers] } }, completed),
  answersOfLetter(HoverRequest.type, { hoverProvider: true }, (letter, { position }, { client }) => hover(letter, position, { markdown: client.readsMarkdown })),
  answersOfLetter(DocumentSymbolRequest.type, ({ readsOutlineLabel }) => ({ documentSymbolProvider: readsOutlineLabel ? { label: 'IMR' } : true }), symbolsOf),
  answersOfLetter(FoldingRangeRequest.type, { foldingRangeProvider: true }, foldingRanges),
  answersOfLetter(DefinitionRequest.type, { definitionProvider: true }, (letter, { position }) => definition(letter, position)),
  answersOfLetter(ReferencesRequest.type, { referencesProvider: true }, (letter, { position, context }) => references(letter, position, context)),
  answersOfLetter(DocumentHighlightRequest.type, { documentHighlightProvider: true }, (letter, { position }) => highlights(letter, position)),
  answersOfLetter(DocumentLinkRequest.type, { documentLinkProvider: {} }, linksOf),
  answersOfLetter(SelectionRangeRequest.type, { selectionRangeProvider: true }, (letter, { positions }) => selectionRanges(letter, positions)),
  answers(DocumentFormattingRequest.type, { documentFormattingProvider: true }, formatted),
  answers(DocumentRangeFormattingRequest.type, { documentRangeFormattingProvider: true }, formattedRange),
  answers(RenameRequest.type, { renameProvider: true }, renamed),
  answersOfLetter(
    PrepareRenameRequest.type, ({ preparesRename }) => (preparesRename ? { renameProvider: { prepareProvider: true } } : null),
    (letter, { position }) => prepareRename(letter, position),
  ),
  answers(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, workspaceSymbols),

  answers(CodeLensRequest.type, { codeLensProvider: {} }, codeLensesWanted),
  answers(InlayHintRequest.type, { inlayHintProvider: true }, inlayHintsWanted),
  answers(
    SemanticTokensRequest.type, coloured('full'),
    async (session, { textDocument: { uri } }) => await inLetter(session, uri, (letter) => tokensOf(session, letter)) ?? { data: [] },
  ),
  answers(
    SemanticTokensRangeRequest.type, coloured('range'),
    async (session, { textDocument: { uri }, range }) => await inLetter(session, uri, (letter) => tokensOf(session, letter, range)) ?? { data: [] },
  ),
];

const ofLetter = <T>(feature: (letter: Letter) => T) =>
  (session: Session, params: Asked<'imr/items'>): Promise<T | null> => inLetter(session, params?.uri, feature);

const listOf = (list: typeof rationaleTemplates | typeof guidelineCitations): OwnAnswer<'imr/rationaleTemplates'> => (session, params) =>
  inLetter(session, params?.uri, async (letter) => list(letter, params?.position as Position, await session.templates.of(letter.uri)));

/** Beyond the Language Server Protocol: the compiler says when `protocol/` has a request that has no row here. */
const ours: { readonly [Method in keyof Requests]: OwnAnswer<Method> } = {
  'imr/items': (session, params) => inLetter(session, params?.uri, async (letter) => itemList(letter, waitingIn(letter, await session.showOf(letter.uri)))),
  'imr/letterSummary': ofLetter(letterSummary),
  'imr/rationaleTemplates': listOf(rationaleTemplates),
  'imr/guidelineCitations': listOf(guidelineCitations),
  'imr/arrangeItems': arranged,
  'imr/criteria': criteriaOf,
  'imr/caseFact': caseFact,
  'imr/newLetter': newLetterSnippet,
  'imr/importLetter': importedLetter,
  'imr/signOff': signedOff,
  'imr/decide': decided,
  'imr/caseload': caseload,
  'imr/compareRounds': roundsCompared,
  'imr/remarks': letterRemarks,
  'imr/remark': remarkKept,
  'imr/falseAlarms': falseAlarms,
  'imr/falseAlarmReport': falseAlarmText,
  'imr/tool': toolAnswer,
  'imr/rules': () => listedRules(),
  'imr/rulePage': (_session, params) => namedPage(params?.name),
};

export const rows: readonly Row[] = [
  ...standard,
  ...(Object.keys(ours) as (keyof Requests)[]).map((method) => own(method, ours[method] as OwnAnswer<typeof method>)),
];
