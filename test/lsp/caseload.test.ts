import assert from 'node:assert/strict';
import type { CaseloadLetter } from '../../protocol/caseload.ts';
import { startClient } from './client.ts';
import { soundLetter } from './letters.ts';

describe('the caseload, in the language server', () => {
  it('holds the letters of the folder, those that are open as they are in the editor', async () => {
    const client = await startClient({ files: { 'a.md': soundLetter, 'b.md': soundLetter, 'notes.md': '# Notes\n' } });
    try {
      await client.open(client.uri('b.md'), soundLetter.replace('decision-date: 2016-07-08\n', '').replace('CM16-0000001', 'CM16-0000002'));
      const letters = await client.connection.sendRequest<CaseloadLetter[]>('imr/caseload', { today: '2016-07-01' });
      assert.deepEqual(letters.map(({ letter, caseNumber, daysLeft }) => [letter, caseNumber, daysLeft]), [[client.uri('b.md'), 'CM16-0000002', 19], [client.uri('a.md'), 'CM16-0000001', null]]);
      await assert.rejects(client.connection.sendRequest('imr/caseload', { today: 'soon' }), /counted from a day/);
    } finally {
      await client.stop();
    }
  });
});
