import { once } from '../vocabulary/phrases.ts';
import { rules } from './rules.ts';

const DOCS = 'https://github.com/imr-determination/imr-determination/blob/main/docs';

const known = once(() => new Set(rules.map(({ id }) => id)));

/** The page of a rule below `docs/`; of a house-style phrase, the page on phrases. */
export function rulePath(ruleId: string): string {
  if (ruleId === 'internal-error') return 'rules/README.md';
  if (ruleId === 'set-aside') return 'set-aside.md';
  if (ruleId === 'team-template') return 'templates.md';
  return known().has(ruleId) ? `rules/${ruleId}.md` : 'phrases.md';
}

/** Where the page of a rule can be read. */
export function ruleUrl(ruleId: string): string {
  return `${DOCS}/${rulePath(ruleId)}`;
}
