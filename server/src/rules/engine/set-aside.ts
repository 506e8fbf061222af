import type { Determination, SetAside } from '../../determination/model.ts';
import type { CheckedLetter } from './checked-letter.ts';
import type { Finding } from './rule.ts';

/** What the engine itself says of a letter: no setting and no comment turns it off. */
export type EngineFinding = 'internal-error' | 'set-aside';

export function isOfEngine(ruleId: string): ruleId is EngineFinding {
  return ruleId === 'internal-error' || ruleId === 'set-aside';
}

type Found = Pick<CheckedLetter, 'ofItems' | 'ofLetter'>;

/** Stands where a rule took too many steps, until all rules have run. */
export function overrun(rule: string): Finding {
  return finding('overrun', { rule }, '', { start: 0, end: 0 });
}

/**
 * What was found, without the rules that took too many steps anywhere in the letter: half of what they would say might be false. One finding
 * says which, and what of the letter wasn't read.
 */
export function withoutSetAside({ ofItems, ofLetter }: Found, { setAside }: Pick<Determination, 'setAside'>): Found {
  const rules = new Set<unknown>();
  const note = (findings: readonly Finding[]): void => {
    for (const { ruleId, data } of findings) if (ruleId === 'set-aside') rules.add(data['rule']);
  };
  note(ofLetter);
  for (const { findings } of ofItems) note(findings);
  if (rules.size === 0 && setAside.length === 0) return { ofItems, ofLetter };
  const left = (findings: readonly Finding[]): readonly Finding[] => {
    const others = findings.filter(({ ruleId }) => ruleId !== 'set-aside' && !rules.has(ruleId));
    return others.length === findings.length ? findings : others;
  };
  return {
    ofItems: rules.size === 0 ? ofItems : ofItems.map(({ item, findings }) => ({ item, findings: left(findings) })),
    ofLetter: [...left(ofLetter), said([...rules].map(String).sort(), setAside)],
  };
}

function said(rules: readonly string[], parts: readonly SetAside[]): Finding {
  const ofRules = rules.length === 0 ? [] : [`${rules.length === 1 ? 'the rule' : 'the rules'} ${rules.join(', ')}, for which there is too much to compare`];
  const what = [...parts.map(({ what: each }) => WORDS[each]), ...ofRules].join('; ');
  const message = `This letter is checked in part only. Set aside: ${what}. Look for yourself there, or split the letter.`;
  return finding('in-part', { rules, parts: parts.map((part) => part.what) }, message, parts[0]?.span ?? { start: 0, end: 0 });
}

const WORDS: Readonly<Record<SetAside['what'], string>> = {
  'long-block': 'lists or tables that are too long or nested too deep, whose lines are read as plain words',
  'many-words': 'all but the beginning of a field or a section with more than a hundred thousand characters',
  'many-items': 'which items hang on which, among so many',
};

function finding(messageId: string, data: Finding['data'], message: string, span: Finding['span']): Finding {
  return { ruleId: 'set-aside' satisfies EngineFinding, messageId, data, severity: 'warning', message, span, related: [], fixes: [] };
}
