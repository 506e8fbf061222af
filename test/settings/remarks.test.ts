import assert from 'node:assert/strict';
import { findRemarks, readRemarks, remarkLine, type KeptAnswer, type KeptRemark } from '../../server/src/settings/remarks.ts';

const REMARK: KeptRemark = { id: 'a1', letter: 'CM16-0000001', item: 'Knee brace', words: 'gives way', before: 'the joint', text: 'since when?', proposal: null, who: 'Dana', when: '2026-11-29T08:00:00.000Z' };
const ANSWER: KeptAnswer = { on: 'a1', letter: 'CM16-0000001', text: 'since March', state: null, who: 'Dr. Ames', when: '2026-11-29T09:00:00.000Z' };

describe('a file of remarks', () => {
  it('gives each line back as it was written', () => {
    const reading = { letter: 'CM16-0000001', read: 'abc', who: null, when: '2026-11-29T10:00:00.000Z' };
    assert.deepEqual(readRemarks('x', [REMARK, ANSWER, reading].map(remarkLine).join('')), { remarks: [REMARK], answers: [ANSWER], readings: [reading], problems: [] });
  });

  it('goes by the clock, so that two people’s lines may merge in any order', () => {
    const resolved = { ...ANSWER, text: null, state: 'resolved' as const, when: '2026-11-29T11:00:00.000Z' };
    assert.deepEqual(readRemarks('x', remarkLine(resolved) + remarkLine(ANSWER)).answers, [ANSWER, resolved]);
  });

  for (const line of ['<<<<<<< mine', '{}', '[]', 'null', JSON.stringify({ ...REMARK, text: 7 }), JSON.stringify({ ...ANSWER, state: 'done' }), JSON.stringify({ ...ANSWER, text: null }), JSON.stringify({ ...REMARK, when: 'today' })]) {
    it(`tells of the line ${line.slice(0, 60)}, and reads the others`, () => {
      const { remarks, problems } = readRemarks('remarks.jsonl', `${line}\n${remarkLine(REMARK)}`);
      assert.deepEqual([remarks.length, problems], [1, ['remarks.jsonl: line 1 is no remark that can be read. Mend it, or take it out.']]);
    });
  }

  it('is the nearest above the letter', async () => {
    const files: Readonly<Record<string, string>> = { '/team/.imr/remarks.jsonl': remarkLine(REMARK), '/.imr/remarks.jsonl': '' };
    const { file, remarks } = await findRemarks(['/team/letters', '/team', ''], (path) => Promise.resolve(files[path] ?? null));
    assert.deepEqual([file, remarks.length], ['/team/.imr/remarks.jsonl', 1]);
  });
});
