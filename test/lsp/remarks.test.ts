import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeptLine } from '../../protocol/findings.ts';
import type { LetterRemarks, RemarkEntry } from '../../protocol/remarks.ts';
import type { SignOff } from '../../protocol/sign-off.ts';
import { startClient, type Client } from './client.ts';
import { soundLetter } from './letters.ts';

describe('remarks, in the language server', () => {
  let client: Client;
  let uri: string;
  before(async () => {
    client = await startClient({ files: { 'a.md': soundLetter } });
    uri = client.uri('a.md');
    await client.open(uri, soundLetter);
  });
  after(() => client.stop());

  async function keep(entry: RemarkEntry, who: string | null): Promise<KeptLine> {
    const kept = await client.connection.sendRequest<KeptLine>('imr/remark', { uri, entry, who });
    const file = fileURLToPath(kept.file);
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, kept.line);
    return kept;
  }
  const remarks = () => client.connection.sendRequest<LetterRemarks>('imr/remarks', { uri });
  const isReady = async () => (await client.connection.sendRequest<{ signOff: SignOff }>('imr/signOff', { uri })).signOff.ready;

  it('are lines for the file beside the letter, and are read from it', async () => {
    assert.equal(await isReady(), true);
    const range = { start: { line: 28, character: 17 }, end: { line: 28, character: 32 } };
    const { file } = await keep({ kind: 'remark', range, text: 'since when?', proposal: 'brisk jerks' }, ' Dana Quill ');
    assert.equal(file, client.uri('.imr/remarks.jsonl'));
    const { remarks: [remark] } = await remarks();
    assert.deepEqual([remark?.words, remark?.range, remark?.proposal, remark?.said?.who, remark?.state], ['normal reflexes', range, 'brisk jerks', 'Dana Quill', 'open']);
    assert.equal(await isReady(), false);
  });

  it('are answered, resolved, and the letter marked as read', async () => {
    const id = (await remarks()).remarks[0]!.id!;
    await keep({ kind: 'answer', id, text: 'since March' }, 'Dr. Ames');
    await keep({ kind: 'state', id, state: 'resolved' }, null);
    await keep({ kind: 'read' }, 'Dana Quill');
    const { remarks: [remark], readings } = await remarks();
    assert.deepEqual([remark?.answers.map(({ text }) => text), remark?.state, remark?.settled?.who, readings.map(({ who, isThisText }) => [who, isThisText])], [['since March'], 'resolved', null, [['Dana Quill', true]]]);
    assert.equal(await isReady(), true);
  });

  for (const entry of [null, {}, { kind: 'remark', text: ' ' }, { kind: 'answer', id: 'x', text: '' }, { kind: 'state', id: 'x', state: 'done' }]) {
    it(`refuse ${JSON.stringify(entry)}`, () => assert.rejects(client.connection.sendRequest('imr/remark', { uri, entry, who: null }), /A remark has words and a place/));
  }
});
