import assert from 'node:assert/strict';
import type { Outcome, SignOffFinding } from '../../protocol/sign-off.ts';
import { ledgerEntry } from '../../server/src/service/ledger.ts';

const found = (rule: string, outcome: Outcome): SignOffFinding => ({ rule, severity: 'warning', message: 'The knee of Mrs. Doe', item: 1, line: 3, column: 1, outcome });
const report = {
  checkedAt: '2026-11-29T08:00:00.000Z',
  findings: [found('date-order', 'acknowledged'), found('date-order', 'suppressed'), found('mtus-skipped', 'decided'), found('mtus-skipped', 'advice'), found('say-knee-of-doe', 'advice')],
  fixed: [{ ruleId: 'date-order', severity: 'error', message: 'Mrs. Doe was born in 1961' }],
} as const;

describe('a signed letter in the ledger', () => {
  it('is what became of each rule’s findings, and a day', () => {
    assert.deepEqual(ledgerEntry(report), {
      when: '2026-11-29',
      rules: { 'date-order': { accepted: 1, dismissed: 1, ignored: 1 }, 'mtus-skipped': { accepted: 0, dismissed: 1, ignored: 1 }, phrase: { accepted: 0, dismissed: 0, ignored: 1 } },
    });
  });

  it('holds no word of the letter, nor of the team’s phrases', () => assert.doesNotMatch(JSON.stringify(ledgerEntry(report)), /Doe|knee/i));
});
