import assert from 'node:assert/strict';
import { createLetterReader, type LetterReader } from '../../server/src/determination/reading/read.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter, type Linter } from '../../server/src/rules/engine/engine.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { fixAll } from '../../server/src/service/fix-all.ts';
import { openSource, type Source } from '../../server/src/service/source.ts';
import { letters } from '../fixtures/letters.ts';
import { findingsIn } from './findings.ts';
import { readMarks } from './marked-text.ts';

const severities = new Map(rules.map((rule) => [rule.id, rule.severity]));

/** Reads and lints versions of one document, keeping what it knows, as the server does. */
function createSession(): (source: Source) => Finding[] {
  const read: LetterReader = createLetterReader();
  const lint: Linter = createLinter(rules, severities);
  return (source) => allFindings(lint(read(source.blocks, source.kind)));
}

describe('a letter without a fault', () => {
  for (const { name, text, kind } of letters) {
    it(`has no finding: ${name}`, () => {
      const findings = createSession()(openSource(text, kind));
      assert.deepEqual(findings.map(({ ruleId, message, span }) => `${ruleId}: ${message} ${JSON.stringify(text.slice(span.start, span.end))}`), []);
    });
  }
});

describe('any part of a letter', () => {
  for (const { name, text, kind } of letters.slice(0, 3)) {
    it(`can be checked as it is typed: ${name}`, () => {
      for (let end = 0; end < text.length; end += 197) assertSound(text.slice(0, end), findingsIn(text.slice(0, end), rules, kind));
    });
    it(`can be checked from anywhere on: ${name}`, () => {
      for (let start = 0; start < text.length; start += 607) assertSound(text.slice(start), findingsIn(text.slice(start), rules, kind));
    });
  }
});

/** No rule failed, and every place lies within the text. */
function assertSound(text: string, findings: readonly Finding[]): void {
  for (const { ruleId, message, span, related, fixes } of findings) {
    assert.notEqual(ruleId, 'internal-error', `${message}\n${text}`);
    const places = [span, ...related.map((one) => one.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
    for (const { start, end } of places) assert.ok(start >= 0 && start <= end && end <= text.length, `${ruleId} points to ${start}–${end} of ${text.length}`);
  }
}

describe('all safe fixes together', () => {
  for (const rule of rules.filter(({ fixable }) => fixable === 'safe')) {
    it(`come to an end on the examples of ${rule.id}`, () => {
      for (const { draft } of rule.examples.invalid) {
        const { text, findings } = fixAll(readMarks(draft).text, (words) => findingsIn(words, rules));
        assert.equal(fixAll(text, (words) => findingsIn(words, rules)).text, text);
        assert.ok(findings.every(({ fixes }) => fixes.every(({ applicability }) => applicability !== 'safe')));
      }
    });
  }
});
