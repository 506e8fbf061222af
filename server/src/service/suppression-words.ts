import { CompletionItemKind } from 'vscode-languageserver-types';
import { span } from '../markdown/span.ts';
import type { Rule } from '../rules/engine/rule.ts';
import { rules } from '../rules/rules.ts';
import type { CompletionOptions, Offer, Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import type { Letter } from './letter.ts';
import { SEVERITIES } from './rule-words.ts';
import { canBeSilenced } from './silence.ts';

/** A comment that speaks to the checker, up to its first rule. */
const DIRECTIVE = /^<!--\s{0,20}imr-(?:disable-next-line|disable-file|disable|enable)\s/;
/** The words of a rule's id. */
const ID_BEFORE = /[a-z-]{0,60}$/i;
const ID_AFTER = /^[a-z-]{0,60}/i;

/** The rules that a comment may name, those found in the letter first. */
export function completeSuppression({ findings }: Letter, { before, after, offset }: Cursor, { typing }: CompletionOptions): Offers | null {
  if (!namesRules(before)) return null;
  const typed = ID_BEFORE.exec(before)?.[0] ?? '';
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  const offered = rules.filter(({ id }) => canBeSilenced(id) && (!typing || typed !== '' || found.has(id)));
  const offers = [...offered.filter(({ id }) => found.has(id)), ...offered.filter(({ id }) => !found.has(id))].map((rule): Offer => ({
    label: rule.id, kind: CompletionItemKind.Value, newText: rule.id, detail: rule.summary, documentation: rule.why, ...(found.has(rule.id) && { beside: 'found in this letter' }),
  }));
  return { place: span(offset - typed.length, offset + (ID_AFTER.exec(after)?.[0].length ?? 0)), typed, offers };
}

/** The rule that a comment names at the cursor, and where. */
export function suppressedRuleAt({ before, after, offset }: Cursor): { readonly rule: Rule; readonly place: { readonly start: number; readonly end: number } } | null {
  if (!namesRules(before)) return null;
  const [left, right] = [ID_BEFORE.exec(before)?.[0] ?? '', ID_AFTER.exec(after)?.[0] ?? ''];
  const rule = rules.find(({ id }) => id === left + right);
  return rule ? { rule, place: span(offset - left.length, offset + right.length) } : null;
}

/** What a hover says of a rule. */
export function ruleWords({ summary, why, severity, offByDefault }: Rule): string[] {
  const { name, means } = SEVERITIES[severity];
  return [summary, `${name}: ${means}.${offByDefault ? ' It is off until the settings turn it on.' : ''}`, why];
}

/** Behind the comment's directive and before its reason, and not in quoted words. */
function namesRules(before: string): boolean {
  const comment = before.slice(Math.max(0, before.lastIndexOf('<!--')));
  return DIRECTIVE.test(comment) && !comment.includes('-->') && !/\s(?:--|[–—])\s/.test(comment) && comment.split(/["“”]/).length % 2 === 1;
}
