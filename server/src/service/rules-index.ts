import type { Rule } from '../rules/engine/rule.ts';
import { byFamily, fixName, SEVERITIES, severityName } from './rule-words.ts';

/** The page that lists every rule, docs/rules/README.md. */
export function rulesIndex(rules: readonly Rule[]): string {
  const severities = Object.values(SEVERITIES).map(({ name, means }) => `- **${name}**: ${means}.`).join('\n');
  const families = byFamily(rules).map(({ heading, rules: own }) => `## ${heading}\n\n${table(own)}`).join('\n\n');
  return `# The rules\n\nEach rule says in one sentence what a good letter does. How grave a finding is:\n\n${severities}\n\nA *safe* fix changes only the form and is applied by “Fix all”; a *suggestion* waits for the reviewer's choice.\n\n${families}\n`;
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${severityName(rule)} | ${cell(rule.summary)} | ${fixName(rule)} |`);
  return ['| Rule | Severity | A good letter | Fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|');
}
