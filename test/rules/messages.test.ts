import assert from 'node:assert/strict';
import { defineRule } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { plural } from '../../server/src/rules/common/wording.ts';
import { findingsIn } from './findings.ts';
import { readMarks } from './marked-text.ts';

const rule = defineRule({
  id: 'test-rule', family: 'structure', scope: 'item', severity: 'warning',
  summary: '', why: '', sources: [], leavesAlone: [], examples: { valid: [], invalid: [] },
  messages: {
    visits: ({ item, count }: { item: number; count: number }) => `Item ${item} has ${plural(count, 'visit')}.`,
    nothing: () => 'Nothing.',
  },
  check(item, _, report) {
    const span = item.reading.heading;
    report({ span, messageId: 'visits', data: { item: item.number, count: 1 } });
    report({ span, messageId: 'nothing' });
    // @ts-expect-error a message that the rule doesn't declare
    if (item.number < 0) report({ span, messageId: 'visit', data: { item: 1, count: 1 } });
    // @ts-expect-error data that the message doesn't take
    if (item.number < 0) report({ span, messageId: 'visits', data: { item: 1 } });
  },
});

describe('a message', () => {
  it('is made of its data, which leave with the finding', () => {
    const findings = findingsIn('### Walking cane: Upheld\n', [rule]);
    assert.deepEqual(findings.map(({ messageId, data, message }) => ({ messageId, data, message })), [
      { messageId: 'visits', data: { item: 1, count: 1 }, message: 'Item 1 has 1 visit.' },
      { messageId: 'nothing', data: {}, message: 'Nothing.' },
    ]);
  });

  it('is plain data in every rule: it comes back from JSON as it was, and the sentence with it', () => {
    for (const each of rules) {
      for (const { draft } of each.examples.invalid) {
        for (const { messageId, data, message } of findingsIn(readMarks(draft).text, [each])) {
          const back = JSON.parse(JSON.stringify(data)) as typeof data;
          assert.deepEqual(back, data, each.id);
          assert.equal(each.messages[messageId]?.(back as never), message);
        }
      }
    }
  });

  it('that a rule reports without declaring it is the rule’s failure', () => {
    const careless = { ...rule, messages: { nothing: () => 'Nothing.' } };
    const [failure] = findingsIn('### Walking cane: Upheld\n', [careless]);
    assert.deepEqual([failure?.ruleId, failure?.data], ['internal-error', { rule: 'test-rule', error: 'RangeError' }]);
  });

  it('counts as one does', () => assert.deepEqual([plural(1, 'month'), plural(2, 'month'), plural(0, 'request')], ['1 month', '2 months', '0 requests']));
});
