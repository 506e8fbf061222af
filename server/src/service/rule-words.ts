import type { Rule, RuleFamily, Severity } from '../rules/engine/rule.ts';

/** The families in the order of the pages, with their headings. */
export const FAMILIES: Readonly<Record<RuleFamily, string>> = {
  structure: 'Structure',
  'guideline-citations': 'Guideline citations',
  'dependent-items': 'Dependent items',
  'decision-and-rationale': 'Decision and rationale',
  facts: 'Facts',
  'law-scope-privacy': 'Law, scope and privacy',
  suppressions: 'Suppressions',
};

export const SEVERITIES: Readonly<Record<Severity, { readonly name: string; readonly means: string }>> = {
  error: { name: 'Error', means: 'the letter must not go out like this' },
  warning: { name: 'Warning', means: 'the reviewer must look at it' },
  information: { name: 'Information', means: 'advice' },
  hint: { name: 'Hint', means: 'a quiet remark' },
};

export function severityName({ severity, offByDefault }: Rule): string {
  return offByDefault ? `${SEVERITIES[severity].name}, off by default` : SEVERITIES[severity].name;
}

export function fixName({ fixable }: Rule): string {
  if (!fixable) return '–';
  return fixable === 'safe' ? 'safe' : 'suggestion';
}

/** "# Structure" and its rules, for each family that has rules. */
export function byFamily(rules: readonly Rule[]): { readonly heading: string; readonly rules: readonly Rule[] }[] {
  return Object.entries(FAMILIES)
    .map(([family, heading]) => ({ heading, rules: rules.filter((rule) => rule.family === family) }))
    .filter((group) => group.rules.length > 0);
}
