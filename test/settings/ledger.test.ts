import assert from 'node:assert/strict';
import { ledgerLine, tally } from '../../server/src/settings/ledger.ts';

const outcomes = (accepted: number, dismissed: number, ignored: number) => ({ accepted, dismissed, ignored });

describe('the ledger', () => {
  it('adds up what became of each rule’s findings, those dismissed most often first', () => {
    const text = ledgerLine({ when: '2026-11-02', rules: { 'date-order': outcomes(1, 0, 0), 'mtus-skipped': outcomes(0, 2, 1) } }) + ledgerLine({ when: '2026-11-01', rules: { 'date-order': outcomes(2, 0, 1) } });
    assert.deepEqual(tally(text), {
      letters: 2, since: '2026-11-01', unread: [],
      rules: [{ rule: 'mtus-skipped', letters: 1, ...outcomes(0, 2, 1), isTiresome: false }, { rule: 'date-order', letters: 2, ...outcomes(3, 0, 1), isTiresome: false }],
    });
  });

  it('calls a rule tiresome that was dismissed more often than not, over fifty letters', () => {
    const letters = (count: number, dismissed: number) => ledgerLine({ when: '2026-11-02', rules: { 'mtus-skipped': outcomes(1, dismissed, 0) } }).repeat(count);
    const isTiresome = (text: string) => tally(text).rules[0]?.isTiresome;
    assert.deepEqual([isTiresome(letters(50, 2)), isTiresome(letters(49, 2)), isTiresome(letters(50, 1))], [true, false, false]);
  });

  it('names the lines that it can’t read, and counts the others', () => {
    const { letters, unread } = tally(`{\n${ledgerLine({ when: '2026-11-02', rules: {} })}{"when":"2026-11-02","rules":{"x":{"accepted":"1"}}}\n`);
    assert.deepEqual([letters, unread], [1, [1, 3]]);
  });

  it('is empty where there is none', () => assert.deepEqual(tally(''), { letters: 0, since: null, rules: [], unread: [] }));
});
