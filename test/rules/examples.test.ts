import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyFix, check } from './check.ts';
import { findingsIn } from './findings.ts';
import { readMarks } from './marked-text.ts';

describe('the examples of each rule', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('has a letter that passes and one that fails', () => {
        assert.ok(rule.examples.valid.length > 0 && rule.examples.invalid.length > 0);
      });
      rule.examples.valid.forEach((draft, i) => {
        it(`is silent on good example ${i + 1}`, () => check(rule.id, { draft }));
      });
      rule.examples.invalid.forEach(({ draft, fixed }, i) => {
        it(`flags bad example ${i + 1} where it is marked`, () => {
          assert.ok(draft.includes('⟦'), 'a bad example is marked');
          check(rule.id, { draft, ...(fixed === undefined ? {} : { fixed }) });
        });
        it(`has fixes for bad example ${i + 1} that settle it and break nothing`, () => checkFixes(rule.id, readMarks(draft).text));
      });
      it('promises a fix exactly where it has one', () => {
        const fixes = rule.examples.invalid.flatMap(({ draft }) => findingsIn(readMarks(draft).text, [rule])).flatMap((finding) => finding.fixes);
        assert.equal(fixes.length > 0, rule.fixable !== undefined, `fixable is ${rule.fixable}, and the examples have ${fixes.length} fixes`);
        if (rule.fixable === 'suggestion') assert.ok(fixes.every(({ applicability }) => applicability === 'suggestion'));
      });
    });
  }
});

/**
 * Every fix of every finding takes its finding away and brings no other error or warning: advice on what is left to do may follow
 * (a line without its wrong page wants a right one). A fix with [[…]] leaves words to the reviewer, so that its result isn't
 * finished; it must bring no error but the placeholder.
 */
function checkFixes(ruleId: string, text: string): void {
  const before = findingsIn(text, rules);
  for (const finding of before.filter((one) => one.ruleId === ruleId)) {
    for (const fix of finding.fixes) {
      const fixed = applyFix(text, fix);
      const after = findingsIn(fixed, rules);
      const named = `${fix.title}\n${fixed}\n${after.map((one) => `${one.ruleId}: ${one.message}`).join('\n')}`;
      assert.ok(count(after, ruleId) < count(before, ruleId), `the finding stays after: ${named}`);
      const grave = fix.edits.some(({ newText }) => newText.includes('[[')) ? ['error'] : ['error', 'warning'];
      for (const { ruleId: other, severity } of after) {
        if (other === 'placeholder-left' && fix.edits.some(({ newText }) => newText.includes('[['))) continue;
        if (grave.includes(severity)) assert.ok(count(after, other) <= count(before, other), `${other} is new after: ${named}`);
      }
    }
  }
}

function count(findings: readonly Finding[], ruleId: string): number {
  return findings.filter((finding) => finding.ruleId === ruleId).length;
}
