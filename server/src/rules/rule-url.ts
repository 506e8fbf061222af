import { once } from '../vocabulary/phrases.ts';
import { rules } from './rules.ts';

const DOCS = 'https://github.com/imr-determination/imr-determination/blob/main/docs';

const known = once(() => new Set(rules.map(({ id }) => id)));

/** Where the page of a rule can be read; of a house-style phrase, the page on phrases. */
export function ruleUrl(ruleId: string): string {
  if (ruleId === 'internal-error') return `${DOCS}/rules/README.md`;
  if (ruleId === 'set-aside') return `${DOCS}/set-aside.md`;
  if (ruleId === 'team-template') return `${DOCS}/templates.md`;
  return known().has(ruleId) ? `${DOCS}/rules/${ruleId}.md` : `${DOCS}/phrases.md`;
}
