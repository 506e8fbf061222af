import type { ListedRule } from '../../../protocol/rules.ts';
import { rules } from '../rules/rules.ts';
import { rulePage } from './rule-page.ts';
import { rulesIndex } from './rules-index.ts';

/** The list of all rules, which each page links to. */
const INDEX = 'README';

/** A page of `docs/rules/` by its name without `.md`, made of the rules themselves; null where there is none. */
export function rulePageOf(name: string): string | null {
  if (name === INDEX) return rulesIndex(rules);
  const rule = rules.find(({ id }) => id === name);
  return rule ? rulePage(rule) : null;
}

/** All rules, for a list to choose from. */
export function listedRules(): ListedRule[] {
  return rules.map(({ id, severity, offByDefault, summary }) => ({ id, severity: offByDefault ? 'off' : severity, summary }));
}
