import assert from 'node:assert/strict';
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { capabilitiesOf } from '../../server/src/lsp/capabilities.ts';
import { rows } from '../../server/src/lsp/rows.ts';
import { startClient, WAYS } from './client.ts';
import { contradictions } from './letters.ts';
import { kindsOfMessages } from './protocol-check.ts';

/** What the Language Server Protocol (3.17) lets a server announce, and the request that it thereby promises to answer. */
const PROMISES: readonly [announced: string, method: string][] = [
  ['completionProvider', 'textDocument/completion'],
  ['completionProvider.resolveProvider', 'completionItem/resolve'],
  ['hoverProvider', 'textDocument/hover'],
  ['signatureHelpProvider', 'textDocument/signatureHelp'],
  ['declarationProvider', 'textDocument/declaration'],
  ['definitionProvider', 'textDocument/definition'],
  ['typeDefinitionProvider', 'textDocument/typeDefinition'],
  ['implementationProvider', 'textDocument/implementation'],
  ['referencesProvider', 'textDocument/references'],
  ['documentHighlightProvider', 'textDocument/documentHighlight'],
  ['documentSymbolProvider', 'textDocument/documentSymbol'],
  ['codeActionProvider', 'textDocument/codeAction'],
  ['codeActionProvider.resolveProvider', 'codeAction/resolve'],
  ['codeLensProvider', 'textDocument/codeLens'],
  ['codeLensProvider.resolveProvider', 'codeLens/resolve'],
  ['documentLinkProvider', 'textDocument/documentLink'],
  ['documentLinkProvider.resolveProvider', 'documentLink/resolve'],
  ['colorProvider', 'textDocument/documentColor'],
  ['documentFormattingProvider', 'textDocument/formatting'],
  ['documentRangeFormattingProvider', 'textDocument/rangeFormatting'],
  ['documentOnTypeFormattingProvider', 'textDocument/onTypeFormatting'],
  ['renameProvider', 'textDocument/rename'],
  ['renameProvider.prepareProvider', 'textDocument/prepareRename'],
  ['foldingRangeProvider', 'textDocument/foldingRange'],
  ['selectionRangeProvider', 'textDocument/selectionRange'],
  ['linkedEditingRangeProvider', 'textDocument/linkedEditingRange'],
  ['callHierarchyProvider', 'textDocument/prepareCallHierarchy'],
  ['semanticTokensProvider.full', 'textDocument/semanticTokens/full'],
  ['semanticTokensProvider.range', 'textDocument/semanticTokens/range'],
  ['monikerProvider', 'textDocument/moniker'],
  ['typeHierarchyProvider', 'textDocument/prepareTypeHierarchy'],
  ['inlineValueProvider', 'textDocument/inlineValue'],
  ['inlayHintProvider', 'textDocument/inlayHint'],
  ['inlayHintProvider.resolveProvider', 'inlayHint/resolve'],
  ['diagnosticProvider', 'textDocument/diagnostic'],
  ['diagnosticProvider.workspaceDiagnostics', 'workspace/diagnostic'],
  ['workspaceSymbolProvider', 'workspace/symbol'],
  ['workspaceSymbolProvider.resolveProvider', 'workspaceSymbol/resolve'],
  ['executeCommandProvider', 'workspace/executeCommand'],
];
/** Kept by notifications, which nobody answers. */
const KEPT_OTHERWISE = ['textDocumentSync', 'workspace', 'positionEncoding'];
const METHOD_NOT_FOUND = -32601;

const clients: Readonly<Record<string, ClientCapabilities>> = {
  'that can do much': {
    workspace: { workspaceFolders: true, configuration: true },
    textDocument: {
      diagnostic: {}, rename: { prepareSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    },
  },
  'that can do nothing': {},
};

function isAnnounced(capabilities: ServerCapabilities, path: string): boolean {
  const said = path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], capabilities);
  return said !== undefined && said !== null && said !== false;
}

for (const [who, capabilities] of Object.entries(clients)) {
  describe(`a client ${who}`, () => {
    it('is answered what was announced to it, and nothing else', async () => {
      const client = await startClient({ capabilities });
      try {
        const { capabilities: announced } = client.initialized;
        const promised: string[] = [];
        const kept: string[] = [];
        for (const [path, method] of PROMISES) {
          if (isAnnounced(announced, path)) promised.push(method);
          const params = { textDocument: { uri: 'file:///none.md' }, query: '', previousResultIds: [], newName: 'Cane' };
          const code = await client.connection.sendRequest(method, params).then(() => 0, (error: { code: number }) => error.code);
          if (code !== METHOD_NOT_FOUND) kept.push(method);
        }
        assert.deepEqual(kept, promised);
        const known = new Set([...PROMISES.map(([path]) => path.split('.')[0]), ...KEPT_OTHERWISE]);
        assert.deepEqual(Object.keys(announced).filter((key) => !known.has(key)), []);
      } finally {
        await client.stop();
      }
    });
  });
}

/** What any of the requests may ask for, but for the letter. */
const position = { line: contradictions.slice(0, contradictions.indexOf('MRI of')).split('\n').length - 1, character: 6 };
const PARAMS = {
  position, positions: [position], range: { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } },
  context: { diagnostics: [], includeDeclaration: true }, options: { tabSize: 2, insertSpaces: true },
  query: '', previousResultIds: [], newName: 'CT of the lumbar spine', key: 'case-number', text: contradictions, name: 'imr_check_letter', input: {}, facts: {}, items: 'Walking cane', finding: { rule: 'none', messageId: 'none', data: {} }, reason: 'told to the team', who: null, words: [], item: 1, arranging: { kind: 'move', item: 1, to: 2 }, entry: { kind: 'read' }, before: contradictions, today: '2016-07-01',
};

for (const over of WAYS) {
  describe(`each request over ${over}`, () => {
    it('is answered with what the protocol has for it', async () => {
      const client = await startClient({ settings: {}, over });
      const uri = client.uri('a.md');
      await client.open(uri, contradictions);
      const refused: string[] = [];
      try {
        for (const { method } of rows) {
          if (method.includes('/did')) continue;
          await client.connection.sendRequest(method, { textDocument: { uri }, uri, ...PARAMS }).catch(({ code, message }: { code: number; message: string }) => refused.push(`${method}: ${code} ${message}`));
        }
      } finally {
        await client.stop();
      }
      assert.deepEqual(refused, []);
    });
  });
}

describe('all that the server can send', () => {
  for (const over of WAYS) it(`was held against the protocol over ${over}`, async () => {
    const uri = 'file:///letters/a.md';
    const client = await startClient({ settings: { rules: { none: 'error' } }, initializationOptions: { imrStatus: true }, over });
    const old = await startClient({ pull: false, settings: {}, over });
    try {
      await client.open(uri, contradictions);
      for (const { method } of rows) {
        if (!method.includes('/did')) await client.connection.sendRequest(method, { textDocument: { uri }, uri, ...PARAMS }).catch(() => null);
      }
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      // What is no such notification is a fault, which is logged.
      await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: 'none' });
      await client.pull(uri).catch(() => null);
      await client.connection.sendRequest('shutdown');
      await old.open(uri, contradictions);
      await old.until(() => old.published.length > 0);
      const seen = new Set([...client.server.seen, ...old.server.seen]);
      assert.deepEqual(kindsOfMessages().filter((kind) => !seen.has(kind)), []);
    } finally {
      await client.stop();
      await old.stop();
    }
  });
});

describe('what several rows announce', () => {
  it('becomes one answer, in any order', () => {
    const rows: ServerCapabilities[] = [
      { renameProvider: true }, { renameProvider: { prepareProvider: true } }, { textDocumentSync: { openClose: true } }, { textDocumentSync: { change: 2 } },
      { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },
      { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true } },
    ];
    const together = {
      renameProvider: { prepareProvider: true }, textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true },
    };
    assert.deepEqual(capabilitiesOf(rows), together);
    assert.deepEqual(capabilitiesOf([...rows].reverse()), together);
  });
});
