import assert from 'node:assert/strict';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { ItemList } from '../../protocol/items.ts';
import type { SignOff } from '../../protocol/sign-off.ts';
import type { LetterStatus } from '../../protocol/status.ts';
import { newLetter } from '../../server/src/service/new-letter.ts';
import { plainSnippet } from '../../server/src/service/plain-snippet.ts';
import { startClient, type Client, type ClientOptions } from './client.ts';
import { soundLetter } from './letters.ts';

const ITEMS = 'MRI of the right knee\nTramadol 50 mg #60';

/** What waits in one blank item: its decision, two guidelines, its rationale. */
const IN_ITEM = 4;
const CITATION = '[[guideline, with year and sections]].\n\n**Decision';

describe('a letter that is being written', () => {
  const clients: Client[] = [];
  const start = async (options?: ClientOptions): Promise<Client> => {
    const client = await startClient(options);
    clients.push(client);
    return client;
  };
  after(() => Promise.all(clients.map((client) => client.stop())));

  /** As *New Determination* makes it. */
  async function blank({ connection }: Client): Promise<string> {
    const { snippet } = await connection.sendRequest<{ snippet: string }>('imr/newLetter', { facts: {}, items: ITEMS });
    return plainSnippet(snippet);
  }

  const rulesOf = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

  it('has nothing underlined while it is new, and says how much is to fill in', async () => {
    const client = await start({ initializationOptions: { imrStatus: true } });
    const uri = client.uri('new.md');
    await client.open(uri, await blank(client));
    assert.deepEqual(await client.diagnostics(uri), []);
    const { items } = await client.connection.sendRequest<ItemList>('imr/items', { uri });
    assert.deepEqual(items.map(({ stage, waiting, counts }) => [stage, waiting.error, counts.error]), [['drafting', IN_ITEM, IN_ITEM], ['drafting', IN_ITEM, IN_ITEM]]);
    const status = client.notifications.filter(({ method }) => method === 'imr/status').at(-1)?.params as LetterStatus;
    assert.deepEqual([status.errors, status.warnings, (status.toFillIn ?? 0) > 2 * IN_ITEM], [0, 0, true]);
  });

  it('has nothing sent to a client that can’t ask', async () => {
    const client = await start({ pull: false });
    const uri = client.uri('new.md');
    await client.open(uri, await blank(client));
    await client.until(() => client.published.some((each) => each.uri === uri));
    assert.deepEqual(client.published.find((each) => each.uri === uri)?.diagnostics, []);
  });

  for (const [show, expected] of [['stages', 0], ['onSign', 0], ['everything', 2 * IN_ITEM]] as const) {
    it(`has ${expected === 0 ? 'nothing' : 'everything'} underlined, on disk as well, where imr.show is ${show}`, async () => {
      const text = plainSnippet(newLetter({ facts: {}, items: ITEMS }));
      const client = await start({ settings: { show }, files: { 'filed.md': text } });
      const uri = client.uri('new.md');
      await client.open(uri, text);
      assert(expected === 0 ? (await client.diagnostics(uri)).length === 0 : (await client.diagnostics(uri)).length > expected);
      const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
      const filed = items.flatMap((item) => (item.kind === 'full' && item.uri.endsWith('filed.md') ? item.items : []));
      assert(expected === 0 ? filed.length === 0 : filed.length > expected, 'on disk');
    });
  }

  it('has a fault underlined that would waste work, and the rest once its item has all its parts', async () => {
    const client = await start();
    const uri = client.uri('new.md');
    const text = await blank(client);
    const wrong = text.replace(CITATION, 'Neck and Upper Back Complaints 2004.\n\n**Decision');
    await client.open(uri, wrong);
    assert.deepEqual(rulesOf(await client.diagnostics(uri)), ['guideline-body-part']);
    const written = wrong.replace('[[Upheld or Overturned]]', 'Upheld').replace('[[guideline, with year and sections]]', 'Knee Complaints 2004')
      .replace('[[rationale]]', 'The knee is stable and dry. Therefore, the MRI of the left knee is not medically necessary.');
    await client.change(uri, 2, written);
    assert.deepEqual(rulesOf(await client.diagnostics(uri)).sort(), ['guideline-body-part', 'laterality-mismatch']);
    await client.change(uri, 3, written.replace(/\*\*MAXIMUS guideline:\*\* Decision based on MTUS Neck.*\n\n/, ''));
    assert.deepEqual(rulesOf(await client.diagnostics(uri)).sort(), ['laterality-mismatch', 'missing-guideline']);
  });

  it('has everything underlined once somebody has asked whether it is ready to sign', async () => {
    const client = await start();
    const uri = client.uri('new.md');
    await client.open(uri, await blank(client));
    const before = await client.pull(uri);
    assert.deepEqual(before.kind === 'full' && before.items, []);
    const { signOff: { blockers } } = await client.connection.sendRequest<{ signOff: SignOff }>('imr/signOff', { uri });
    await client.until(() => client.asked.includes('workspace/diagnostic/refresh'));
    assert.equal((await client.diagnostics(uri)).length, blockers.length);
    const { items } = await client.connection.sendRequest<ItemList>('imr/items', { uri });
    assert.deepEqual(items.map(({ waiting }) => waiting.error), [0, 0]);
  });

  it('offers its fixes for what waits', async () => {
    const client = await start();
    const uri = client.uri('new.md');
    const text = (await blank(client)).replace('**Decision rationale:** [[rationale]]\n\n', '');
    await client.open(uri, text);
    assert.deepEqual(await client.diagnostics(uri), []);
    const line = text.split('\n').findIndex((each) => each.startsWith('### MRI'));
    const actions = await client.codeActions(uri, { start: { line, character: 6 }, end: { line, character: 6 } }, { diagnostics: [] });
    assert(actions.some(({ title }) => title.startsWith('Insert ')), JSON.stringify(actions.map(({ title }) => title)));
    assert(!actions.some(({ title }) => title.startsWith('Not here')));
  });

  it('is a letter with a fault, and no draft, where no blank is left', async () => {
    const client = await start();
    const uri = client.uri('whole.md');
    await client.open(uri, soundLetter.replace(/\*\*Decision rationale:\*\* The MTUS asks[\s\S]*?(?=### Physical)/, ''));
    assert.deepEqual(rulesOf(await client.diagnostics(uri)), ['missing-rationale']);
  });
});
