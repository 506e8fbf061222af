import { SEVERITIES } from '../../protocol/severity.ts';

const RULE_SETTINGS = ['off', ...SEVERITIES];

/** Whether the last of these lines of a settings file stands below its key `rules`. */
export function isUnderRules(lines: readonly string[]): boolean {
  const key = lines.slice(0, -1).findLast((line) => /^[^\s#]/.test(line));
  return key !== undefined && /^rules:\s*(?:#|$)/.test(key) && /^\s/.test(lines.at(-1) ?? '');
}

/** The rule whose id stands at a place of the last line; null at any other place. */
export function ruleAt(lines: readonly string[], line: string, character: number): string | null {
  const [, indent = '', id = ''] = /^(\s+)([a-z-]+)\s*:/.exec(line) ?? [];
  return id !== '' && isUnderRules(lines) && character >= indent.length && character <= indent.length + id.length ? id : null;
}

/** What can stand behind a rule; null where none stands before the cursor. */
export function severitiesBehind(before: string): readonly string[] | null {
  return /^\s+[a-z-]+:\s*[a-z]*$/.test(before) ? RULE_SETTINGS : null;
}
