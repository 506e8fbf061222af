import assert from 'node:assert/strict';
import { decisionLine, findDecisions, readDecisions } from '../../server/src/settings/decisions.ts';

const DECISION = { letter: 'CM16-0000001', rule: 'date-order', item: null, message: 'before', data: { earlier: '2016-01-02' }, reason: 'the clerk’s slip, told to the claims administrator', who: 'Dr. Ames', when: '2026-11-29T08:00:00.000Z' };
const line = (change: object = {}): string => decisionLine({ ...DECISION, ...change });

describe('a file of decisions', () => {
  it('gives each line back as it was written', () => {
    assert.deepEqual(readDecisions('decisions.jsonl', line() + line({ who: null, item: 'Knee brace' })), { decisions: [DECISION, { ...DECISION, who: null, item: 'Knee brace' }], problems: [] });
  });

  for (const reason of ['', '  ', '[[reason]]']) {
    it(`takes “${reason}” for no reason, so that the line counts for nothing`, () => assert.deepEqual(readDecisions('x', line({ reason })), { decisions: [], problems: [] }));
  }

  it('tells of the line that two people’s changes have spoilt, and reads the others', () => {
    const { decisions, problems } = readDecisions('decisions.jsonl', `<<<<<<< mine\n${line()}`);
    assert.deepEqual([decisions.length, problems], [1, ['decisions.jsonl: line 1 is no decision that can be read. Mend it, or take it out.']]);
  });

  it('tells of a line that lacks a part, or has it wrong', () => {
    for (const change of [{ rule: undefined }, { data: [] }, { when: 2026 }, { who: 7 }]) assert.equal(readDecisions('x', JSON.stringify({ ...DECISION, ...change })).problems.length, 1);
  });

  it('is the nearest above the letter', async () => {
    const files: Readonly<Record<string, string>> = { '/team/.imr/decisions.jsonl': line(), '/.imr/decisions.jsonl': '' };
    const { file, decisions } = await findDecisions(['/team/letters', '/team', ''], (path) => Promise.resolve(files[path] ?? null));
    assert.deepEqual([file, decisions.length], ['/team/.imr/decisions.jsonl', 1]);
  });
});
