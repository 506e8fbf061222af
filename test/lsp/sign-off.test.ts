import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { SignOff } from '../../protocol/sign-off.ts';
import { startClient, type Client } from './client.ts';
import { recipe, soundLetter, unknownDecision } from './letters.ts';

describe('imr/signOff', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const ask = (uri: string, acknowledged = false): Promise<{ signOff: SignOff; html: string } | null> =>
    client.connection.sendRequest('imr/signOff', { uri, acknowledged });

  it('says what blocks an open letter, and names it by its text', async () => {
    const uri = client.uri('blocked letter.md');
    await client.open(uri, unknownDecision);
    const answer = await ask(uri);
    const { ready, blockers, letter, sha256, checkedAt } = answer!.signOff;
    assert.deepEqual({ ready, blockers: blockers.length, letter }, { ready: false, blockers: 1, letter: 'blocked letter.md' });
    assert.equal(sha256, createHash('sha256').update(unknownDecision).digest('hex'));
    assert(!Number.isNaN(Date.parse(checkedAt)));
    assert.match(answer!.html, /Not ready to sign/);
  });

  it('lists as fixed what was there when the letter was opened, saved, or looked at, and nothing that came and went while it was typed', async () => {
    const uri = client.uri('edited.md');
    await client.open(uri, unknownDecision);
    await client.pull(uri);
    await client.change(uri, 2, soundLetter.replace('lumbar spine: Upheld', 'lumbar spine'));
    await client.pull(uri);
    await client.change(uri, 3, soundLetter.replace('lumbar spine: Upheld', 'lumbar spine: [[Upheld or Overturned]]'));
    await client.pull(uri);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await client.change(uri, 4, soundLetter.replace('normal reflexes', '[[which]] reflexes'));
    assert.equal((await ask(uri))!.signOff.ready, false);
    await client.change(uri, 5, soundLetter);
    const { ready, fixed } = (await ask(uri))!.signOff;
    assert.equal(ready, true);
    const rules = fixed!.map(({ ruleId }) => ruleId);
    assert(rules.includes('unknown-decision'), 'there when it was opened');
    assert(fixed!.some(({ message }) => message.includes('[[Upheld or Overturned]]')), 'there when it was saved');
    assert(fixed!.some(({ message }) => message.includes('[[which]]')), 'there when it was looked at');
    assert(!rules.includes('missing-decision'), 'came and went');
  });

  it('answers null for any other document, and refuses a request without one', async () => {
    await client.open(client.uri('bread.md'), recipe);
    assert.equal(await ask(client.uri('bread.md')), null);
    assert.equal(await ask(client.uri('closed.md')), null);
    await assert.rejects(client.connection.sendRequest('imr/signOff', {}), /names no document/);
  });
});
