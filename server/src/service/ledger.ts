import type { Outcome, SignOff } from '../../../protocol/sign-off.ts';
import { rules } from '../rules/rules.ts';
import type { LedgerEntry, Outcomes } from '../settings/ledger.ts';

type Became = keyof Outcomes;

/** What a signature says of what was found. A letter that isn't ready is not signed, so nothing blocks any more. */
const BECAME: Readonly<Record<Outcome, Became | null>> = {
  blocks: null, warning: 'ignored', acknowledged: 'ignored', advice: 'ignored', suppressed: 'dismissed', decided: 'dismissed',
};

/** The signed letter in the ledger: counts by rule, and nothing of its text. A team's own phrases, which it may name as it likes, count as one. */
export function ledgerEntry({ checkedAt, findings, fixed }: Pick<SignOff, 'checkedAt' | 'findings' | 'fixed'>): LedgerEntry {
  const counts = new Map<string, Record<Became, number>>();
  const count = (rule: string, became: Became | null): void => {
    if (became === null) return;
    const id = known.has(rule) ? rule : 'phrase';
    const own = counts.get(id) ?? { accepted: 0, dismissed: 0, ignored: 0 };
    own[became]++;
    counts.set(id, own);
  };
  for (const { rule, outcome } of findings) count(rule, BECAME[outcome]);
  for (const { ruleId } of fixed ?? []) count(ruleId, 'accepted');
  return { when: checkedAt.slice(0, 10), rules: Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))) };
}

const known: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
