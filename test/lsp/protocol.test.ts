import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-types';
import { startClient, type Client, type ClientOptions } from './client.ts';
import { contradicting, recipe, soundLetter, undecided, unknownDecision } from './letters.ts';

const clients: Client[] = [];

async function start(options?: ClientOptions): Promise<Client> {
  const client = await startClient(options);
  clients.push(client);
  return client;
}

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

const place = (line: number, from: number, to = from) => ({ start: { line, character: from }, end: { line, character: to } });

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

describe('diagnostics that the client pulls', () => {
  const cases: readonly [string, string, string, string, readonly string[]][] = [
    ['a sound letter has none', 'a.md', 'markdown', soundLetter, []],
    ['a decision outside the vocabulary is found', 'a.md', 'markdown', unknownDecision, ['unknown-decision']],
    ['a letter in Windows lines reads the same', 'a.md', 'markdown', unknownDecision.replaceAll('\n', '\r\n'), ['unknown-decision']],
    ['other Markdown is left alone', 'bread.md', 'markdown', recipe, []],
    ['another language is left alone', 'a.yaml', 'yaml', unknownDecision, []],
    ['an empty document has none', 'a.md', 'markdown', '', []],
  ];

  it('come for every kind of document', async () => {
    const client = await start();
    for (const [name, file, language, text, expected] of cases) {
      await client.open(client.uri(file), text, language);
      assert.deepEqual(codes(await client.diagnostics(client.uri(file))), expected, name);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri(file) } });
    }
  });

  it('come for any scheme, and nothing is published beside them', async () => {
    const client = await start();
    for (const uri of ['untitled:Letter-1', 'vscode-vfs://github/someone/letters/a.md', 'memory:/a%20b.md']) {
      await client.open(uri, unknownDecision);
      assert.deepEqual(codes(await client.diagnostics(uri)), ['unknown-decision'], uri);
    }
    assert.deepEqual(client.published, []);
  });

  it('carry source, code, page, related places and fixes', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, contradicting);
    const [diagnostic] = await client.diagnostics(uri);
    assert(diagnostic);
    const { message, data, relatedInformation, ...rest } = diagnostic;
    assert.deepEqual(rest, {
      range: place(28, 102, 121),
      severity: 1,
      code: 'conclusion-contradicts-decision',
      codeDescription: { href: new URL('../../docs/rules/conclusion-contradicts-decision.md', import.meta.url).href },
      source: 'imr',
    });
    assert.match(String(message), /Item 1/);
    assert.equal(relatedInformation?.[0]?.location.uri, uri);
    assert.deepEqual(relatedInformation[0].location.range, place(21, 29, 35));
    const { version, fixes } = data as { version: number; fixes: { title: string; applicability: string; edits: unknown[] }[] };
    assert.equal(version, 1);
    assert.equal(fixes[0]?.applicability, 'suggestion');
    assert.deepEqual(fixes[0].edits, [{ range: place(21, 29, 35), newText: 'Overturned' }]);
  });

  it('are unchanged while the client would see no difference', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const first = await client.pull(uri);
    assert(first.kind === 'full' && first.resultId !== undefined);

    await client.change(uri, 2, 'x', place(14, 10));
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId }, 'a letter typed elsewhere');
    await client.change(uri, 3, '\n', place(14, 0));
    const moved = await client.pull(uri, first.resultId);
    assert(moved.kind === 'full', 'a line above moves the finding');
    assert.equal(moved.items[0]?.range.start.line, first.items[0]!.range.start.line + 1);
    const again = await client.pull(uri, first.resultId);
    assert.equal(again.kind, 'full', 'an older result is not the last one');
  });

  it('follow each edit, in place and of the whole text', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, soundLetter);
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.change(uri, 2, 'Denied', place(21, 29, 35));
    assert.deepEqual(codes(await client.diagnostics(uri)), ['unknown-decision']);
    await client.change(uri, 3, soundLetter);
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.change(uri, 4, '', { start: { line: 21, character: 27 }, end: { line: 21, character: 999 } });
    assert.deepEqual(codes(await client.diagnostics(uri)), ['missing-decision']);
    await client.change(uri, 5, recipe);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('are those of the newest version when edits come faster than answers', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, soundLetter);
    const answers: Promise<Diagnostic[]>[] = [];
    for (let version = 2; version < 60; version++) {
      await client.change(uri, version, version % 2 ? unknownDecision : soundLetter);
      answers.push(client.diagnostics(uri));
    }
    await Promise.all(answers);
    assert.deepEqual(codes(await client.diagnostics(uri)), ['unknown-decision']);
  });
});

describe('diagnostics of a whole workspace', () => {
  it('come for every letter, unchanged ones by name only', async () => {
    const client = await start({ files: { 'a.md': unknownDecision, 'b.txt': 'Nothing.', 'c.md': recipe, 'd.md': soundLetter } });
    type Report = { items: { uri: string; kind: string; resultId: string; items?: Diagnostic[] }[] };
    const first = await client.connection.sendRequest<Report>('workspace/diagnostic', { identifier: 'imr', previousResultIds: [] });
    const byName = new Map(first.items.map((item) => [item.uri, item]));
    assert.deepEqual(codes(byName.get(client.uri('a.md'))?.items ?? []), ['unknown-decision']);
    assert.deepEqual(byName.get(client.uri('d.md'))?.items, []);
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const second = await client.connection.sendRequest<Report>('workspace/diagnostic', { identifier: 'imr', previousResultIds });
    assert(second.items.every(({ kind }) => kind === 'unchanged'));
  });

  it('see an open document as the editor shows it', async () => {
    const client = await start({ files: { 'a.md': unknownDecision } });
    await client.open(client.uri('a.md'), soundLetter);
    const { items } = await client.connection.sendRequest<{ items: { version: number; items: Diagnostic[] }[] }>(
      'workspace/diagnostic', { identifier: 'imr', previousResultIds: [] });
    assert.deepEqual(items.map(({ version, items: found }) => [version, found]), [[1, []]]);
  });
});

describe('diagnostics for clients that can only listen', () => {
  it('are published with their version, and cleared when the document is closed', async () => {
    const client = await start({ pull: false });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const uri = client.uri('a.md');
    await client.open(uri, soundLetter);
    await client.until(() => client.published.some(({ version }) => version === 1));
    await client.change(uri, 2, 'Denied', place(21, 29, 35));
    await client.until(() => client.published.some(({ version }) => version === 2));
    assert.deepEqual(codes(client.published.at(-1)!.diagnostics), ['unknown-decision']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.until(() => client.published.at(-1)!.diagnostics.length === 0);
  });

  it('say nothing of another language', async () => {
    const client = await start({ pull: false });
    await client.open(client.uri('a.yaml'), unknownDecision, 'yaml');
    await client.open(client.uri('a.md'), soundLetter);
    await client.until(() => client.published.length > 0);
    assert.deepEqual(client.published.map(({ uri }) => uri), [client.uri('a.md')]);
  });
});

describe('code actions', () => {
  function editsOf(action: CodeAction): unknown {
    return (action.edit?.documentChanges?.[0] as TextDocumentEdit).edits;
  }

  it('come out of the diagnostic, with or without its data', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const [diagnostic] = await client.diagnostics(uri);
    const { data: _, ...stripped } = diagnostic!;
    for (const one of [diagnostic!, stripped]) {
      const actions = await client.codeActions(uri, one.range, { diagnostics: [one] });
      assert.deepEqual(editsOf(actions[0]!), [{ range: place(21, 29, 35), newText: 'Upheld' }]);
      assert.equal(actions[0]?.kind, 'quickfix');
    }
    const unasked = await client.codeActions(uri, place(21, 30), { diagnostics: [] });
    assert.deepEqual(editsOf(unasked[0]!), [{ range: place(21, 29, 35), newText: 'Upheld' }]);
  });

  it('fit the letter as it is now, though the diagnostic is older', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const [diagnostic] = await client.diagnostics(uri);
    await client.change(uri, 2, '\n\n', place(20, 0));
    const [action] = await client.codeActions(uri, place(23, 30), { diagnostics: [diagnostic!] });
    assert.deepEqual(editsOf(action!), [{ range: place(23, 29, 35), newText: 'Upheld' }]);
  });

  it('silence above the finding as it stands now, though the diagnostic is older', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const found = await client.diagnostics(uri);
    await client.change(uri, 2, '\n\n', place(20, 0));
    const actions = await client.codeActions(uri, place(23, 30), { diagnostics: found });
    const silencing = actions.find(({ title }) => title.startsWith('Not here, because … (“'))!;
    assert.deepEqual(editsOf(silencing), [{ range: place(23, 0), newText: '<!-- imr-disable-next-line unknown-decision "Denied" -- [[reason]] -->\n' }]);
  });

  it('put right all that a rule has found, where that is more than one place', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, soundLetter.replace('normal reflexes', 'plane films, normal reflexes').replace('has had none so far', 'has had plane films and none so far'));
    const [found] = (await client.diagnostics(uri)).filter(({ code }) => code === 'confusable-words');
    const all = (await client.codeActions(uri, found!.range, { diagnostics: [found!] })).find(({ title }) => title === 'Fix all 2 of “confusable-words”');
    assert.deepEqual((editsOf(all!) as { newText: string }[]).map(({ newText }) => newText), ['plain', 'plain']);
  });

  it('are none for what is mended', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const found = await client.diagnostics(uri);
    await client.change(uri, 2, 'Upheld', place(21, 29, 35));
    assert.deepEqual(await client.codeActions(uri, place(21, 30), { diagnostics: found }), []);
  });

  it('fit a document that was closed and opened again with other words', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    const found = await client.diagnostics(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.open(uri, unknownDecision.replace('\n\n### ', '\n\n\n\n### '));
    const [action] = await client.codeActions(uri, place(23, 30), { diagnostics: found });
    assert.deepEqual(editsOf(action!), [{ range: place(23, 29, 35), newText: 'Upheld' }]);
  });

  describe('on a label that nobody knows', () => {
    const strange = soundLetter.replaceAll('**MAXIMUS guideline:**', '**Literature:**');
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }, textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } } };

    async function teachIn(files: Record<string, string>, initializationOptions?: object): Promise<[Client, CodeAction | undefined]> {
      const client = await start({ files, capabilities, initializationOptions });
      const uri = client.uri('a.md');
      await client.open(uri, strange);
      const found = await client.diagnostics(uri);
      assert.deepEqual(codes(found), ['unknown-label']);
      const actions = await client.codeActions(uri, found[0]!.range, { diagnostics: found });
      return [client, actions.find(({ title }) => title.startsWith('Teach'))];
    }

    it('teach it to a new settings file', async () => {
      const [client, action] = await teachIn({}, { imrSaveFile: true });
      const uri = client.uri('.imr.yaml');
      assert.equal(action?.title, 'Teach the label “Literature” to .imr.yaml');
      assert.deepEqual(action.edit?.documentChanges, [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [{ range: place(0, 0), newText: 'labels:\n  reviewerGuideline:\n    - Literature\n' }] },
      ]);
      assert.deepEqual(action.command, { title: 'Save it', command: 'imr.saveFile', arguments: [uri] });
    });

    it('teach it to the file that is there, and then it is known', async () => {
      const [client, action] = await teachIn({ '.imr.yaml': '# ours\nlabels:\n  reviewerGuideline:\n    - Sources\n' });
      const [change] = action?.edit?.documentChanges as TextDocumentEdit[];
      assert.deepEqual(change, { textDocument: { uri: client.uri('.imr.yaml'), version: null }, edits: [{ range: place(4, 0), newText: '    - Literature\n' }] });
      assert.equal(action?.command, undefined);
      const taught = await start({ files: { '.imr.yaml': '# ours\nlabels:\n  reviewerGuideline:\n    - Sources\n    - Literature\n' } });
      await taught.open(taught.uri('a.md'), strange);
      assert.deepEqual(await taught.diagnostics(taught.uri('a.md')), []);
    });
  });

  it('are none for the diagnostics of others, nor in other Markdown', async () => {
    const client = await start();
    await client.open(client.uri('a.md'), unknownDecision);
    await client.open(client.uri('bread.md'), recipe);
    const foreign: Diagnostic = { range: place(21, 29, 35), message: 'Spelling', source: 'speller', code: 'unknown-decision' };
    assert.deepEqual(await client.codeActions(client.uri('a.md'), foreign.range, { diagnostics: [foreign] }), []);
    assert.equal(await client.codeActions(client.uri('bread.md'), place(0, 0), { diagnostics: [] }), null);
  });

  it('of the kind source.fixAll.imr only appear when they are asked for and change something', async () => {
    const client = await start();
    const uri = client.uri('a.md');
    await client.open(uri, undecided);
    const all = await client.codeActions(uri, place(0, 0), { diagnostics: [], only: ['source.fixAll.imr'] });
    assert.deepEqual(all, [], 'a decision is never made by the program');
  });
});

describe('settings', () => {
  it('of the editor hold, and change the diagnostics at once', async () => {
    const client = await start({ settings: { rules: { 'unknown-decision': 'off' }, trace: { server: 'off' } } });
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    assert.deepEqual(await client.diagnostics(uri), []);
    client.settings = { rules: { 'unknown-decision': 'hint' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal((await client.diagnostics(uri))[0]?.severity, 4);
    client.settings = { enable: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.diagnostics(uri), []);
    assert.deepEqual(client.messages, []);
  });

  it('of the nearest file come before those of the editor', async () => {
    const files = { '.imr.yaml': 'rules:\n  unknown-decision: information\n' };
    const client = await start({ files, settings: { rules: { 'unknown-decision': 'off' } } });
    await client.open(client.uri('a.md'), unknownDecision);
    assert.equal((await client.diagnostics(client.uri('a.md')))[0]?.severity, 3);
  });

  const faulty: readonly [string, ClientOptions, RegExp][] = [
    ['an unknown rule', { settings: { rules: { 'unknown-desicion': 'off' } } }, /no rule “unknown-desicion”.*Did you mean “unknown-decision”/],
    ['an unknown severity', { settings: { rules: { 'unknown-decision': 'fatal' } } }, /“rules.unknown-decision” must be one of/],
    ['broken YAML', { files: { '.imr.yaml': 'rules: [unknown-decision: off' } }, /\.imr\.yaml can't be read/],
    ['settings that are a list', { files: { '.imr.json': '[]' } }, /expected settings/],
  ];

  for (const [name, options, message] of faulty) {
    it(`with ${name} are told of once, and the letter is checked all the same`, async () => {
      const client = await start(options);
      for (const file of ['a.md', 'b.md']) {
        await client.open(client.uri(file), unknownDecision);
        assert.deepEqual(codes(await client.diagnostics(client.uri(file))), ['unknown-decision']);
      }
      assert.equal(client.messages.length, 1);
      assert.match(client.messages[0]!, message);
    });
  }
});

describe('imr/status', () => {
  it('is sent to those who asked for it, when it changes', async () => {
    const client = await start({ initializationOptions: { imrStatus: true } });
    const uri = client.uri('a.md');
    await client.open(uri, unknownDecision);
    await client.diagnostics(uri);
    await client.change(uri, 2, 'x', place(14, 10));
    await client.diagnostics(uri);
    const sent = client.notifications.filter(({ method }) => method === 'imr/status').map(({ params }) => params);
    assert.deepEqual(sent, [{ uri, items: 2, errors: 1, warnings: 0, informations: 0, inPart: false }]);
  });

  it('is not sent to others', async () => {
    const client = await start();
    await client.open(client.uri('a.md'), unknownDecision);
    await client.diagnostics(client.uri('a.md'));
    assert(!client.notifications.some(({ method }) => method === 'imr/status'));
  });
});

describe('the server process', () => {
  it('ends with 0 after shutdown, with 1 without', async () => {
    const polite = await start();
    await polite.connection.sendRequest('shutdown');
    await polite.connection.sendNotification('exit');
    assert.equal(await polite.exited(), 0);
    const abrupt = await start();
    await abrupt.connection.sendNotification('exit');
    assert.equal(await abrupt.exited(), 1);
  });

  it('lives through requests and edits that make no sense', async () => {
    const client = await start();
    const { connection } = client;
    const uri = client.uri('a.md');
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///never/opened.md', version: 3 }, contentChanges: [{ text: 'x' }] });
    await assert.rejects(connection.sendRequest('textDocument/codeAction', {}));
    await assert.rejects(connection.sendRequest('no/such/method', {}));
    assert.deepEqual(await client.pull('file:///never/opened.md'), { kind: 'full', items: [] });
    await client.open(uri, unknownDecision);
    await client.change(uri, 2, '', { start: { line: 900, character: 9 }, end: { line: 2, character: 5000 } });
    await client.change(uri, 3, unknownDecision);
    assert.deepEqual(codes(await client.diagnostics(uri)), ['unknown-decision']);
  });
});
