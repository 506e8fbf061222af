import assert from 'node:assert/strict';
import type { FalseAlarm } from '../../protocol/findings.ts';
import { startClient, type Client } from './client.ts';
import { contradicting } from './letters.ts';

const RULE = 'conclusion-contradicts-decision';

describe('a false alarm in the language server', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
    await client.open(client.uri('a.md'), contradicting);
  });
  after(() => client.stop());

  it('is chosen from what is found in the line, and written down with what was ticked', async () => {
    const uri = client.uri('a.md');
    const { range: { start: position } } = (await client.diagnostics(uri)).find(({ code }) => code === RULE)!;
    const alarms = await client.connection.sendRequest<FalseAlarm[]>('imr/falseAlarms', { uri, position });
    const alarm = alarms.find(({ finding }) => finding.rule === RULE)!;
    const [words] = alarm.words;
    assert(words);
    const report = (ticked: readonly string[]) => client.connection.sendRequest<{ text: string } | null>('imr/falseAlarmReport', { uri, finding: alarm.finding, words: ticked });
    assert(!(await report([]))?.text.includes(words));
    assert((await report([words]))?.text.includes(words));
    assert.deepEqual(await client.connection.sendRequest('imr/falseAlarms', { uri, position: { line: 0, character: 0 } }), []);
  });

  it('is none where the finding is gone', async () => {
    assert.equal(await client.connection.sendRequest('imr/falseAlarmReport', { uri: client.uri('a.md'), finding: { rule: RULE }, words: [] }), null);
  });
});
