import assert from 'node:assert/strict';
import type { TextKind } from '../../server/src/determination/reading/read.ts';
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
  /** Words of every finding's message, with … for any others between them. */
  readonly says?: string;
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

/** Lints a case with one rule and compares places, severity, message and the first fix. Fails with the letter, its marks and what was said. */
export function check(ruleId: string, { draft, kind = 'markdown', says, severity, fixed }: Omit<Case, 'name'>): void {
  const { text, spans } = readMarks(draft);
  const findings = findingsIn(text, [ruleNamed(ruleId)], kind);
  const said = findings.map((finding) => `${finding.severity}: ${finding.message}`).join('\n') || 'nothing';
  const got = writeMarks(text, findings.map(({ span }) => span));
  const expect = (isFine: boolean, expected: string, found: string): void => {
    if (!isFine) assert.fail(`\n── expected\n${expected}\n── got\n${found}\n── ${ruleId} says\n${said}\n`);
  };
  expect(got === writeMarks(text, spans), writeMarks(text, spans), got);
  for (const finding of findings) {
    assert.equal(finding.ruleId, ruleId, finding.message);
    if (severity) expect(finding.severity === severity, `${severity} in\n${draft}`, finding.severity);
    if (says !== undefined) expect(holdsWords(finding.message, says), `“${says}” in\n${draft}`, finding.message);
  }
  if (fixed === undefined) return;
  const fix = findings[0]?.fixes[0];
  const after = fix ? applyFix(text, fix) : null;
  expect(after === fixed, fixed ?? 'no fix', after ?? 'no fix');
}

/** Whether a message has the words in their order, … standing for any others. */
function holdsWords(message: string, words: string): boolean {
  let at = 0;
  return words.split('…').every((part) => {
    const found = message.indexOf(part.trim(), at);
    at = found + part.trim().length;
    return found >= 0;
  });
}

export function applyFix(text: string, fix: Fix | undefined): string {
  assert.ok(fix, 'the finding has no fix');
  return applyEdits(text, fix.edits);
}

/** Paragraphs of a draft with the blank lines between them. */
export function draft(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
