import type {
  CodeAction, CodeLens, Command, CompletionItem, CompletionList, ConfigurationParams, DefinitionLink, DocumentDiagnosticReport, DocumentHighlight,
  DocumentLink, DocumentSymbol, FoldingRange, Hover, InitializeResult, InlayHint, Location, LogMessageParams, PrepareRenameResult,
  PublishDiagnosticsParams, RegistrationParams, SelectionRange, SemanticTokens, ShowMessageParams, SymbolInformation, TextEdit, WorkspaceDiagnosticReport,
  WorkspaceEdit, WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Notifications, Requests } from '../../protocol/methods.ts';

// All that the server may send, in the types of the protocol's own library. `protocol-check.ts` makes a schema of them, by which each message of each test is judged.

/** What it answers, by the method that was asked. */
interface Answers {
  'initialize': InitializeResult;
  'shutdown': null;
  'textDocument/diagnostic': DocumentDiagnosticReport;
  'workspace/diagnostic': WorkspaceDiagnosticReport;
  'textDocument/codeAction': (Command | CodeAction)[] | null;
  'textDocument/completion': CompletionItem[] | CompletionList | null;
  'textDocument/hover': Hover | null;
  'textDocument/documentSymbol': DocumentSymbol[] | SymbolInformation[] | null;
  'textDocument/foldingRange': FoldingRange[] | null;
  'textDocument/definition': Location | Location[] | DefinitionLink[] | null;
  'textDocument/references': Location[] | null;
  'textDocument/documentHighlight': DocumentHighlight[] | null;
  'textDocument/documentLink': DocumentLink[] | null;
  'textDocument/selectionRange': SelectionRange[] | null;
  'textDocument/formatting': TextEdit[] | null;
  'textDocument/rangeFormatting': TextEdit[] | null;
  'textDocument/rename': WorkspaceEdit | null;
  'textDocument/prepareRename': PrepareRenameResult | null;
  'workspace/symbol': SymbolInformation[] | WorkspaceSymbol[] | null;
  'textDocument/codeLens': CodeLens[] | null;
  'textDocument/inlayHint': InlayHint[] | null;
  'textDocument/semanticTokens/full': SemanticTokens | null;
  'textDocument/semanticTokens/range': SemanticTokens | null;
  'imr/items': Requests['imr/items']['result'];
  'imr/letterSummary': Requests['imr/letterSummary']['result'];
  'imr/rationaleTemplates': Requests['imr/rationaleTemplates']['result'];
  'imr/guidelineCitations': Requests['imr/guidelineCitations']['result'];
  'imr/arrangeItems': Requests['imr/arrangeItems']['result'];
  'imr/criteria': Requests['imr/criteria']['result'];
  'imr/caseFact': Requests['imr/caseFact']['result'];
  'imr/newLetter': Requests['imr/newLetter']['result'];
  'imr/importLetter': Requests['imr/importLetter']['result'];
  'imr/signOff': Requests['imr/signOff']['result'];
  'imr/decide': Requests['imr/decide']['result'];
  'imr/caseload': Requests['imr/caseload']['result'];
  'imr/compareRounds': Requests['imr/compareRounds']['result'];
  'imr/remarks': Requests['imr/remarks']['result'];
  'imr/remark': Requests['imr/remark']['result'];
  'imr/falseAlarms': Requests['imr/falseAlarms']['result'];
  'imr/falseAlarmReport': Requests['imr/falseAlarmReport']['result'];
  'imr/tool': Requests['imr/tool']['result'];
  'imr/rules': Requests['imr/rules']['result'];
  'imr/rulePage': Requests['imr/rulePage']['result'];
}

/** What it says or asks by itself; null: without parameters. */
interface Said {
  'textDocument/publishDiagnostics': PublishDiagnosticsParams;
  'window/showMessage': ShowMessageParams;
  'window/logMessage': LogMessageParams;
  'imr/status': Notifications['imr/status'];
  'client/registerCapability': RegistrationParams;
  'workspace/configuration': ConfigurationParams;
  'workspace/diagnostic/refresh': null;
  'workspace/codeLens/refresh': null;
  'workspace/inlayHint/refresh': null;
}

export interface Messages {
  answers: Answers;
  said: Said;
}
