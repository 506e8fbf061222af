import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol/initialization.ts';
import { abilities as ofMost, startClient } from './client.ts';
import { contradictions } from './letters.ts';

// The server uses nothing that the client hasn't offered. Each ability is taken away alone, and all of them together.

/** Most tests' clients don't say how they count. */
const abilities = { ...ofMost, general: { positionEncodings: ['utf-16'] } } satisfies ClientCapabilities;

/** What a client got in a session, by method; `capabilities`: the answer to `initialize`. */
interface Session {
  readonly capabilities: object;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly published: readonly object[];
  readonly asked: readonly string[];
  readonly watched: readonly unknown[];
  readonly notified: readonly string[];
}

/** An ability, and how it is seen that it was used. */
type Row = readonly [ability: string, isUsed: (session: Session) => boolean];

const DIAGNOSTICS = 'textDocument.publishDiagnostics';
const ITEM = 'textDocument.completion.completionItem';
const diagnosed = ({ answers, published }: Session): unknown => [answers.get('textDocument/diagnostic'), published];
const completed = ({ answers }: Session): unknown => answers.get('textDocument/completion');
const acted = ({ answers }: Session): unknown => answers.get('textDocument/codeAction');
const commands = (within: unknown): unknown[] => values(within, 'command').filter((command) => typeof command === 'string');
const rows: readonly Row[] = [
  ['general.positionEncodings', ({ capabilities }) => 'positionEncoding' in capabilities],
  [`${DIAGNOSTICS}.relatedInformation`, (session) => hasKey(diagnosed(session), 'relatedInformation')],
  [`${DIAGNOSTICS}.tagSupport`, (session) => hasKey(diagnosed(session), 'tags')],
  [`${DIAGNOSTICS}.codeDescriptionSupport`, (session) => hasKey(diagnosed(session), 'codeDescription')],
  [`${DIAGNOSTICS}.dataSupport`, (session) => hasKey(diagnosed(session), 'data')],
  ['textDocument.diagnostic', ({ capabilities }) => 'diagnosticProvider' in capabilities],
  ['textDocument.codeAction.codeActionLiteralSupport', ({ capabilities }) => 'codeActionProvider' in capabilities],
  ['textDocument.codeAction.isPreferredSupport', ({ answers }) => hasKey(answers.get('textDocument/codeAction'), 'isPreferred')],
  [`${ITEM}.snippetSupport`, ({ answers }) => values(answers.get('textDocument/completion'), 'insertTextFormat').includes(2)],
  [`${ITEM}.preselectSupport`, ({ answers }) => hasKey(answers.get('textDocument/completion'), 'preselect')],
  [`${ITEM}.labelDetailsSupport`, ({ answers }) => hasKey(answers.get('textDocument/completion'), 'labelDetails')],
  ['textDocument.completion.completionItemKind', ({ answers }) => values(answers.get('textDocument/completion'), 'kind').some((kind) => Number(kind) > 18)],
  ['textDocument.documentSymbol.hierarchicalDocumentSymbolSupport', ({ answers }) => hasKey(answers.get('textDocument/documentSymbol'), 'children')],
  ['textDocument.documentSymbol.labelSupport', ({ capabilities }) => hasKey((capabilities as Record<string, unknown>)['documentSymbolProvider'], 'label')],
  ['textDocument.documentLink.tooltipSupport', ({ answers }) => hasKey(answers.get('textDocument/documentLink'), 'tooltip')],
  ['textDocument.hover.contentFormat', ({ answers }) => values(answers.get('textDocument/hover'), 'kind').includes('markdown')],
  ['textDocument.rename.prepareSupport', ({ capabilities }) => hasKey(capabilities, 'prepareProvider')],
  ['textDocument.semanticTokens', ({ capabilities }) => 'semanticTokensProvider' in capabilities],
  ['textDocument.semanticTokens.tokenModifiers', ({ capabilities, answers }) => hasKey(capabilities, 'tokenModifiers') && (modifiersIn(capabilities) || coloured(answers).some((number) => number > 0))],
  ['textDocument.semanticTokens.requests.full', ({ capabilities }) => hasKey(capabilities, 'full')],
  ['textDocument.semanticTokens.requests.range', ({ capabilities }) => hasKey(capabilities, 'range')],
  ['workspace.workspaceEdit.resourceOperations', (session) => values(acted(session), 'kind').includes('create')],
  ['workspace.workspaceEdit.documentChanges', ({ answers }) => hasKey(answers.get('textDocument/codeAction'), 'documentChanges')],
  ['workspace.workspaceFolders', ({ capabilities }) => hasKey(capabilities, 'workspaceFolders')],
  ['workspace.configuration', ({ asked }) => asked.includes('workspace/configuration')],
  ['workspace.didChangeConfiguration.dynamicRegistration', ({ asked }) => asked.includes('client/registerCapability of workspace/didChangeConfiguration')],
  ['workspace.didChangeWatchedFiles.dynamicRegistration', ({ asked }) => asked.includes('client/registerCapability of workspace/didChangeWatchedFiles')],
  ['workspace.didChangeWatchedFiles.relativePatternSupport', ({ watched }) => watched.some((pattern) => typeof pattern === 'object')],
  ['workspace.diagnostics.refreshSupport', ({ asked }) => asked.includes('workspace/diagnostic/refresh')],
  ['workspace.codeLens.refreshSupport', ({ asked }) => asked.includes('workspace/codeLens/refresh')],
  ['workspace.inlayHint.refreshSupport', ({ asked }) => asked.includes('workspace/inlayHint/refresh')],
];

/** What a client says in its options instead, since the protocol has no name for it. */
const optionRows: readonly (readonly [option: keyof InitializationOptions, isUsed: Row[1]])[] = [
  ['imrStatus', ({ notified }) => notified.includes('imr/status')],
  ['imrShowPlaces', ({ answers }) => commands(answers.get('textDocument/codeLens')).includes('imr.showPlaces')],
  ['imrSaveFile', (session) => commands(acted(session)).includes('imr.saveFile')],
  ['imrTokenTypes', ({ capabilities }) => 'semanticTokensProvider' in capabilities],
  ['imrExplainRule', (session) => commands(acted(session)).includes('imr.explainRule')],
  ['imrNotHere', (session) => commands(acted(session)).includes('imr.notHere')],
];

/** What clients may offer and the server has no use for, whatever they can do. */
const unused: readonly Row[] = [
  ['textDocument.completion.completionItem.insertReplaceSupport', (session) => hasKey(completed(session), 'insert')],
  ['textDocument.completion.completionItem.commitCharactersSupport', (session) => hasKey(completed(session), 'commitCharacters')],
  ['textDocument.completion.completionItem.documentationFormat', (session) => values(completed(session), 'documentation').some((words) => typeof words === 'object')],
  ['textDocument.completion.completionItem.tagSupport', (session) => hasKey(completed(session), 'tags')],
  ['textDocument.completion.completionItem.insertTextModeSupport', (session) => hasKey(completed(session), 'insertTextMode')],
  ['textDocument.completion.completionList.itemDefaults', (session) => hasKey(completed(session), 'itemDefaults')],
  ['textDocument.definition.linkSupport', ({ answers }) => hasKey(answers.get('textDocument/definition'), 'targetUri')],
  ['textDocument.foldingRange.foldingRange.collapsedText', ({ answers }) => hasKey(answers.get('textDocument/foldingRange'), 'collapsedText')],
  ['textDocument.documentSymbol.symbolKind', ({ answers }) => values(answers.get('textDocument/documentSymbol'), 'kind').some((kind) => Number(kind) > 18)],
  ['workspace.symbol.symbolKind', ({ answers }) => values(answers.get('workspace/symbol'), 'kind').some((kind) => Number(kind) > 18)],
  ['textDocument.codeAction.dataSupport', (session) => [acted(session)].flat(2).some((action) => typeof action === 'object' && action !== null && 'data' in action)],
  ['textDocument.codeAction.disabledSupport', (session) => hasKey(acted(session), 'disabled')],
  ['workspace.workspaceEdit.changeAnnotationSupport', (session) => hasKey(acted(session), 'annotationId')],
  ['workspace.applyEdit', ({ asked }) => asked.includes('workspace/applyEdit')],
  ['window.workDoneProgress', ({ asked }) => asked.includes('window/workDoneProgress/create')],
  ['window.showDocument', ({ asked }) => asked.includes('window/showDocument')],
  ['window.showMessage', ({ asked }) => asked.includes('window/showMessageRequest')],
];

describe('what a client offers', function () {
  // Each is a session of its own.
  this.timeout(60_000);

  it('is used', async () => {
    const session = await sessionWith(abilities);
    assert.deepEqual(rows.filter(([, isUsed]) => !isUsed(session)).map(([ability]) => ability), []);
  });

  it('is not used where nothing is offered', async () => {
    const session = await sessionWith({});
    assert.deepEqual(rows.filter(([, isUsed]) => isUsed(session)).map(([ability]) => ability), []);
  });

  for (const [ability, isUsed] of rows) {
    it(`is all but “${ability}”`, async () => {
      assert.equal(isUsed(await sessionWith(without(abilities, ability.split('.')))), false);
    });
  }

  it('is nothing that it would have to offer otherwise', async () => {
    const session = await sessionWith(abilities);
    assert.deepEqual(unused.filter(([, isUsed]) => isUsed(session)).map(([ability]) => ability), []);
  });

  for (const [option, isUsed] of optionRows) {
    // Its own types of tokens no client lists that has to say so in its options.
    const capabilities = without(abilities, option === 'imrTokenTypes' ? ['textDocument', 'semanticTokens', 'tokenModifiers'] : ['none']);
    const { semanticTokens } = capabilities.textDocument;
    const offered = { ...capabilities, textDocument: { ...capabilities.textDocument, semanticTokens: { ...semanticTokens, tokenTypes: option === 'imrTokenTypes' ? [] : semanticTokens.tokenTypes } } };
    it(`is used, or not, as its option “${option}” says`, async () => {
      assert.deepEqual([isUsed(await sessionWith(offered, { [option]: true })), isUsed(await sessionWith(offered))], [true, false]);
    });
  }

  for (const part of ['relatedInformation', 'tagSupport', 'codeDescriptionSupport', 'dataSupport'] as const) {
    it(`is “${part}” also where it is said of diagnostics that are pulled`, async () => {
      const isUsed = rows.find(([ability]) => ability === `${DIAGNOSTICS}.${part}`)?.[1] ?? assert.fail();
      const pulled = without(abilities, DIAGNOSTICS.split('.'));
      const saying = { ...pulled, textDocument: { ...pulled.textDocument, diagnostic: abilities.textDocument.publishDiagnostics } };
      assert.equal(isUsed(await sessionWith(saying)), true);
      assert.equal(isUsed(await sessionWith(without(saying, ['textDocument', 'diagnostic', part]))), false);
    });
  }

  it('is the version of what is published, too', async () => {
    const listening = without(abilities, ['textDocument', 'diagnostic']);
    const isNumbered = ({ published }: Session): boolean => published.some((each) => 'version' in each);
    assert.equal(isNumbered(await sessionWith(listening)), true);
    assert.equal(isNumbered(await sessionWith(without(listening, [...DIAGNOSTICS.split('.'), 'versionSupport']))), false);
  });
});

/** The same without what a path leads to. */
function without<T extends object>(table: T, [key = '', ...further]: readonly string[]): T {
  const { [key as keyof T]: value, ...rest } = table;
  return (further.length === 0 ? rest : { ...rest, [key]: without(value as object, further) }) as T;
}

/** All that stands under a key, at any depth. */
function values(within: unknown, key: string): unknown[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]) => [...(name === key && value !== undefined ? [value] : []), ...values(value, key)]);
}

function hasKey(within: unknown, key: string): boolean {
  return values(within, key).length > 0;
}

function modifiersIn(capabilities: object): boolean {
  return values(capabilities, 'tokenModifiers').some((modifiers) => (modifiers as readonly string[]).length > 0);
}

/** The numbers for the modifiers of all semantic tokens. */
function coloured(answers: Session['answers']): number[] {
  return values([answers.get('textDocument/semanticTokens/full'), answers.get('textDocument/semanticTokens/range')], 'data').flatMap((data) => (data as number[]).filter((_, i) => i % 5 === 4));
}

/** With something to silence in vain, and a rationale to begin. */
const letter = `${contradictions}
### Six visits of physical therapy: Overturned

<!-- imr-disable-next-line hedged-conclusion -- an example -->
**Decision rationale:** `;
const whole = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

/** Opens a letter, asks all that the server announces on it, and changes the settings. */
async function sessionWith(capabilities: ClientCapabilities, initializationOptions?: InitializationOptions): Promise<Session> {
  const client = await startClient({ capabilities, initializationOptions, settings: {}, files: { 'b.md': letter } });
  try {
    const uri = client.uri('a.md');
    await client.open(uri, letter);
    const answers = new Map<string, unknown>();
    for (const [method, params] of questions(uri)) {
      const answer: unknown = await client.connection.sendRequest(method, params).catch(() => undefined);
      answers.set(method, [answers.get(method), answer]);
    }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    return { capabilities: client.initialized.capabilities, answers, published: client.published, asked: client.asked, watched: client.watched, notified: client.notifications.map(({ method }) => method) };
  } finally {
    await client.stop();
  }
}

/** One of each kind, and several where one place doesn't show all that an answer may have. */
function questions(uri: string): [method: string, params: object][] {
  const textDocument = { uri };
  const placeAt = (offset: number): { line: number; character: number } => {
    const before = letter.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const completions = ['Upheld', 'MTUS Low Back'].map((text) => letter.indexOf(text)).concat(letter.length)
    .map((offset): [string, object] => ['textDocument/completion', { textDocument, position: placeAt(offset) }]);
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/codeAction', { textDocument, range: whole, context: { diagnostics: [] } }],
    ...completions,
    ['textDocument/hover', { textDocument, position: placeAt(letter.indexOf('MTUS Low Back')) }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/definition', { textDocument, position: placeAt(letter.indexOf('questions 3') + 'questions '.length) }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/range', { textDocument, range: whole }],
    ['workspace/symbol', { query: '' }],
  ];
}
