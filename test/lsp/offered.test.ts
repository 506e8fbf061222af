import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { abilities, startClient } from './client.ts';
import { contradictions } from './letters.ts';

// The server uses nothing that the client hasn't offered. Each ability is taken away alone, and all of them together.

/** What a client got in a session, by method; `capabilities`: the answer to `initialize`. */
interface Session {
  readonly capabilities: object;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly published: readonly object[];
  readonly asked: readonly string[];
}

/** An ability, and how it is seen that it was used. */
type Row = readonly [ability: string, isUsed: (session: Session) => boolean];

const DIAGNOSTICS = 'textDocument.publishDiagnostics';
const ITEM = 'textDocument.completion.completionItem';
const diagnosed = ({ answers, published }: Session): unknown => [answers.get('textDocument/diagnostic'), published];
const rows: readonly Row[] = [
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
  ['workspace.workspaceEdit.documentChanges', ({ answers }) => hasKey(answers.get('textDocument/codeAction'), 'documentChanges')],
  ['workspace.workspaceFolders', ({ capabilities }) => hasKey(capabilities, 'workspaceFolders')],
  ['workspace.configuration', ({ asked }) => asked.includes('workspace/configuration')],
  ['workspace.didChangeConfiguration.dynamicRegistration', ({ asked }) => asked.includes('client/registerCapability of workspace/didChangeConfiguration')],
  ['workspace.didChangeWatchedFiles.dynamicRegistration', ({ asked }) => asked.includes('client/registerCapability of workspace/didChangeWatchedFiles')],
  ['workspace.diagnostics.refreshSupport', ({ asked }) => asked.includes('workspace/diagnostic/refresh')],
  ['workspace.codeLens.refreshSupport', ({ asked }) => asked.includes('workspace/codeLens/refresh')],
  ['workspace.inlayHint.refreshSupport', ({ asked }) => asked.includes('workspace/inlayHint/refresh')],
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

/** With something to silence in vain, and a rationale to begin. */
const letter = `${contradictions}
### Six visits of physical therapy: Overturned

<!-- imr-disable-next-line hedged-conclusion -- an example -->
**Decision rationale:** `;
const whole = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

/** Opens a letter, asks all that the server announces on it, and changes the settings. */
async function sessionWith(capabilities: ClientCapabilities): Promise<Session> {
  const client = await startClient({ capabilities, settings: {}, files: { 'b.md': letter } });
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
    return { capabilities: client.initialized.capabilities, answers, published: client.published, asked: client.asked };
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
  ];
}
