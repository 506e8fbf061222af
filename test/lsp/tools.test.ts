import assert from 'node:assert/strict';
import { startClient, type Client } from './client.ts';
import { contradicting, recipe, soundLetter } from './letters.ts';

describe('imr/tool', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const ask = (params: object): Promise<unknown> => client.connection.sendRequest('imr/tool', params);

  it('answers from the newest version of the letter in the editor', async () => {
    const uri = 'untitled:one';
    await client.open(uri, soundLetter);
    await client.change(uri, 2, contradicting);
    const { letterText, findings } = await ask({ name: 'imr_check_letter', uri }) as { letterText: string; findings: { ruleId: string }[] };
    assert.equal(letterText, 'none');
    assert.deepEqual(findings.map(({ ruleId }) => ruleId), ['conclusion-contradicts-decision']);
    const { items } = await ask({ name: 'imr_list_items', input: {}, uri }) as { items: object[] };
    assert.equal(items.length, 2);
  });

  it('looks a guideline up without a letter, and with one on its UR denial date', async () => {
    const call = { name: 'imr_look_up_guideline', input: { citation: 'MTUS Low Back Complaints 2004' } };
    const thatDay = (answer: unknown) => (answer as { citations: { guideline: { thatDay: string | null } }[] }).citations[0]?.guideline.thatDay;
    assert.equal(thatDay(await ask(call)), null);
    await client.open('untitled:two', soundLetter);
    assert.equal(thatDay(await ask({ ...call, uri: 'untitled:two' })), 'in-force');
  });

  it('says in a sentence what is wrong', async () => {
    await client.open('untitled:bread', recipe);
    const cases: readonly [params: object, sentence: RegExp][] = [
      [{}, /There is no such tool/],
      [{ name: 'imr_sign_letter' }, /There is no such tool/],
      [{ name: 'imr_check_letter' }, /No determination letter is open in the editor/],
      [{ name: 'imr_check_letter', uri: 'file:///nowhere.md' }, /No determination letter is open in the editor/],
      [{ name: 'imr_check_letter', uri: 'untitled:bread' }, /is no determination letter/],
      [{ name: 'imr_suggest_rationales', uri: 'untitled:two', input: { item: 9 } }, /has no item 9/],
      [{ name: 'imr_check_letter', uri: 'untitled:two', input: { includeText: 1 } }, /is true or false/],
    ];
    for (const [params, sentence] of cases) await assert.rejects(ask(params), sentence);
  });
});
