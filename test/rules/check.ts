import assert from 'node:assert/strict';
import type { TextKind } from '../../server/src/determination/read.ts';
import type { Fix, Rule, Severity } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { findingsIn } from './findings.ts';
import { readMarks, writeMarks } from './marked-text.ts';

/** One case: a letter, or a part of one, with marks ⟦ ⟧ around what the rule must flag. Without marks the rule must be silent. */
export interface Case {
  /** A sentence; the test's name. */
  readonly name: string;
  readonly draft: string;
  readonly kind?: TextKind;
  /** Every finding's message matches. */
  readonly message?: RegExp;
  /** Every finding's severity. */
  readonly severity?: Severity;
  /** The text after the first fix of the first finding; null: it has no fix. */
  readonly fixed?: string | null;
}

export function ruleNamed(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `there is no rule “${id}”`);
  return rule;
}

/** Lints a case with one rule and compares places, message, severity and the first fix. */
export function check(ruleId: string, { draft, kind = 'markdown', message, severity, fixed }: Omit<Case, 'name'>): void {
  const { text, spans } = readMarks(draft);
  const findings = findingsIn(text, [ruleNamed(ruleId)], kind);
  const found = writeMarks(text, findings.map((finding) => finding.span));
  assert.equal(found, writeMarks(text, spans), findings.map((finding) => finding.message).join('\n') || 'nothing was found');
  for (const finding of findings) {
    assert.equal(finding.ruleId, ruleId, finding.message);
    if (message) assert.match(finding.message, message);
    if (severity) assert.equal(finding.severity, severity);
  }
  const fix = findings[0]?.fixes[0];
  if (fixed === null) assert.equal(fix, undefined);
  else if (fixed !== undefined) assert.equal(applyFix(text, fix), fixed);
}

export function applyFix(text: string, fix: Fix | undefined): string {
  assert.ok(fix, 'the finding has no fix');
  return applyEdits(text, fix.edits);
}

/** A table of cases for one rule. */
export function checkRule(ruleId: string, cases: { readonly silent: readonly Case[]; readonly flagged: readonly Case[] }): void {
  describe(ruleId, () => {
    for (const each of cases.silent) {
      it(`leaves alone ${each.name}`, () => {
        assert.ok(!each.draft.includes('⟦'), 'a silent case has no marks');
        check(ruleId, each);
      });
    }
    for (const each of cases.flagged) {
      it(`flags ${each.name}`, () => {
        assert.ok(each.draft.includes('⟦'), 'a flagged case has marks');
        check(ruleId, each);
      });
    }
  });
}

/** Paragraphs of a draft with the blank lines between them. */
export function draft(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
