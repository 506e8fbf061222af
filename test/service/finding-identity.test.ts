import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { identityOf } from '../../server/src/service/finding-identity.ts';
import { findingsIn } from '../rules/findings.ts';
import { rules } from '../../server/src/rules/rules.ts';

const contradiction = (title: string): string =>
  `### ${title}: Overturned\n\n**Decision rationale:** The gait is steady and the knee is stable. Therefore, the request is not medically necessary.\n`;

function identities(letter: string, ruleId: string): string[] {
  const titles = [...letter.matchAll(/^### (.*): /gm)].map(([, title = '']) => title);
  return findingsIn(letter, rules).filter((finding) => finding.ruleId === ruleId).map((finding) => identityOf(finding, titles));
}

describe('a finding is known again', () => {
  const cane = contradiction('Walking cane');
  const [alone] = identities(cane, 'conclusion-contradicts-decision');

  it('when lines and items stand above it', () => {
    const [, later] = identities(`${contradiction('Back brace')}\n\n\n${cane}`, 'conclusion-contradicts-decision');
    assert.ok(alone);
    assert.equal(later, alone);
  });

  it('not when the item is another', () => assert.notEqual(identities(contradiction('Back brace'), 'conclusion-contradicts-decision')[0], alone));

  it('by the titles of the other items that it names', () => {
    const finding: Pick<Finding, 'ruleId' | 'messageId' | 'data' | 'item'> = { ruleId: 'r', messageId: 'm', data: { item: 2, other: 1, others: [1] }, item: 2 };
    const moved = { ...finding, data: { others: [2], item: 3, other: 2 }, item: 3 };
    assert.equal(identityOf(finding, ['Surgery', 'Cane']), identityOf(moved, ['Scan', 'Surgery', 'Cane']));
    assert.notEqual(identityOf(finding, ['Surgery', 'Cane']), identityOf(moved, ['Surgery', 'Scan', 'Cane']));
  });
});
