import { createLetterReader, type TextKind } from '../../server/src/determination/read.ts';
import { defaultLetterSettings } from '../../server/src/determination/settings.ts';
import { parseBlocks } from '../../server/src/markdown/parse.ts';
import { plainBlocks } from '../../server/src/markdown/plain.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import type { Finding, Rule } from '../../server/src/rules/engine/rule.ts';
import { rules as allRules } from '../../server/src/rules/rules.ts';

/** Excerpts count as letters, too, so that a case shows nothing but what it is about. */
const settings = { ...defaultLetterSettings, determinationFiles: 'always' } as const;

/** What rules find in a text, all of them at their own severity, also those that are off by default. */
export function findingsIn(text: string, rules: readonly Rule[], kind: TextKind = 'markdown'): Finding[] {
  const read = createLetterReader(settings);
  // A rule on suppressions judges what the others found.
  const running = rules.some(({ scope }) => scope === 'suppressions') ? allRules : rules;
  const lint = createLinter(running, new Map(rules.map((rule) => [rule.id, rule.severity])));
  const found = allFindings(lint(read(kind === 'markdown' ? parseBlocks(text) : plainBlocks(text), kind)));
  return found.filter(({ ruleId }) => running === rules || rules.some(({ id }) => id === ruleId));
}
