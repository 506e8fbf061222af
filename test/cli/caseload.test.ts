import assert from 'node:assert/strict';
import { soundLetter } from '../lsp/letters.ts';
import { folderWith } from './command-line.ts';

const UNDECIDED = soundLetter.replace('decision-date: 2016-07-08\n', '');
const REMARK = '{"id":"a1","letter":"CM16-0000002","item":null,"words":null,"text":"since when?","who":"Dana Quill","when":"2026-11-29T08:00:00Z"}\n';
const FILES = {
  'a-decided.md': soundLetter,
  'b-later.md': UNDECIDED.replace('CM16-0000001', 'CM16-0000002'),
  'c-expedited.md': UNDECIDED.replace('CM16-0000001', 'CM16-0000003\npriority: Expedited'),
  'd-draft.md': UNDECIDED.replace('CM16-0000001', 'CM16-0000004').replace('2016-06-20', '2016-06-25').replace('normal reflexes, strength', '[[reflexes]], [[strength]]'),
  'notes.md': '# Notes\n', '.imr/remarks.jsonl': REMARK,
};

describe('imr caseload', () => {
  it('lists the letters of a folder, what is due first in front', async () => {
    const { code, out } = await folderWith(FILES).imr(['caseload', '.', '--today', '2016-07-01', '--format', 'json']);
    assert.equal(code, 0);
    const letters = JSON.parse(out) as { letter: string; caseNumber: string; stage: string; items: number; remarks: number; due: string; daysLeft: number | null }[];
    assert.deepEqual(letters.map(({ letter, stage, items, remarks, due, daysLeft }) => [letter, stage, items, remarks, due, daysLeft]), [
      ['c-expedited.md', 'signing', 2, 0, '2016-06-23', -8], ['b-later.md', 'finishing', 2, 1, '2016-07-20', 19],
      ['d-draft.md', 'drafting', 2, 0, '2016-07-25', 24], ['a-decided.md', 'signing', 2, 0, '2016-07-20', null],
    ]);
  });

  it('prints a line for each', async () => {
    const { 'b-later.md': later, '.imr/remarks.jsonl': remarks, 'c-expedited.md': expedited } = FILES;
    const { out } = await folderWith({ 'b-later.md': later, 'c-expedited.md': expedited, '.imr/remarks.jsonl': remarks }).imr(['caseload', '.', '--today', '2016-07-01']);
    assert.equal(out, 'c-expedited.md: signing, 2 items, 0 errors, 0 warnings, 0 open remarks, due since 2016-06-23\nb-later.md: finishing, 2 items, 0 errors, 0 warnings, 1 open remark, 19 days left (2016-07-20)\n');
  });
});
