import type { SeenFinding } from '../../../protocol/sign-off.ts';
import type { Finding } from '../rules/engine/rule.ts';
import { sayingOf } from './finding-identity.ts';
import type { Letter } from './letter.ts';

/** What the report prints of a finding, and by what it is known again. */
type Seen = SeenFinding & Pick<Finding, 'messageId' | 'data'>;

/** What was found in a letter at the moments when somebody looked: the most at one time of each kind, by `kindOf`. */
export type SeenFindings = ReadonlyMap<string, readonly Seen[]>;

/** What was seen before, and what is found now. */
export function noteFindings({ checked }: Pick<Letter, 'checked'>, seen: SeenFindings = new Map()): SeenFindings {
  const all = new Map(seen);
  for (const [kind, findings] of byKind(checked)) {
    if (findings.length > (all.get(kind)?.length ?? 0)) all.set(kind, findings);
  }
  return all;
}

/**
 * What was seen and isn't found any more. Cautious: where it may as well have been silenced, or be the same finding with other
 * numbers, it isn't taken for fixed.
 */
export function fixedFindings({ checked }: Pick<Letter, 'checked'>, seen: SeenFindings): SeenFinding[] {
  const now = byKind(checked);
  const silenced = new Map<string, number>();
  for (const { ruleId } of [...checked.silenced, ...(checked.decided ?? []).map(({ finding }) => finding)]) silenced.set(ruleId, (silenced.get(ruleId) ?? 0) + 1);
  return [...seen].flatMap(([kind, before]) => {
    const left = now.get(kind) ?? [];
    const said = new Set(left.map(sayingOf));
    const gone = before.filter((finding) => !said.has(sayingOf(finding)));
    return gone.slice(0, Math.max(0, before.length - left.length)).filter(({ ruleId }) => {
      const open = silenced.get(ruleId) ?? 0;
      silenced.set(ruleId, open - 1);
      return open <= 0;
    }).map(({ ruleId, severity, message }) => ({ ruleId, severity, message }));
  });
}

function byKind({ ofItems, ofLetter }: Letter['checked']): Map<string, Seen[]> {
  const kinds = new Map<string, Seen[]>();
  for (const { ruleId, messageId, data, severity, message } of [...ofItems.flatMap(({ findings }) => findings), ...ofLetter]) {
    const seen = { ruleId, messageId, data, severity, message };
    const kind = kindOf(seen);
    kinds.set(kind, [...(kinds.get(kind) ?? []), seen]);
  }
  return kinds;
}

/** The same for a finding whose item has another number since, because an item above it came or went. */
function kindOf(finding: Seen): string {
  return sayingOf(finding).replace(/\d+/g, '#');
}
