import { createLetterReader, type TextKind } from '../determination/reading/read.ts';
import { defaultLetterSettings } from '../determination/settings.ts';
import { parseBlocks } from '../markdown/parse.ts';
import { plainBlocks } from '../markdown/plain.ts';
import { allFindings } from '../rules/engine/checked-letter.ts';
import { createLinter } from '../rules/engine/engine.ts';
import type { Finding, Rule } from '../rules/engine/rule.ts';
import { rules as allRules } from '../rules/rules.ts';

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
