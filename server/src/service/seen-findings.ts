import type { SeenFinding } from '../../../protocol/sign-off.ts';
import type { Letter } from './letter.ts';

/** What was found in a letter at the moments when somebody looked: the most at one time of each kind, by `kindOf`. */
export type SeenFindings = ReadonlyMap<string, readonly SeenFinding[]>;

/** What was seen before, and what is found now. */
export function noteFindings({ checked }: Pick<Letter, 'checked'>, seen: SeenFindings = new Map()): SeenFindings {
  const all = new Map(seen);
  for (const [kind, findings] of byKind(checked)) {
    if (findings.length > (all.get(kind)?.length ?? 0)) all.set(kind, findings);
  }
  return all;
}

/**
 * What was seen and isn't found any more. Cautious: where it may as well have been silenced, or be the same finding in other
 * words, it isn't taken for fixed.
 */
export function fixedFindings({ checked }: Pick<Letter, 'checked'>, seen: SeenFindings): SeenFinding[] {
  const now = byKind(checked);
  const silenced = new Map<string, number>();
  for (const { ruleId } of checked.silenced) silenced.set(ruleId, (silenced.get(ruleId) ?? 0) + 1);
  return [...seen].flatMap(([kind, before]) => {
    const left = now.get(kind) ?? [];
    const gone = before.filter(({ message }) => !left.some((finding) => finding.message === message));
    return gone.slice(0, Math.max(0, before.length - left.length)).filter(({ ruleId }) => {
      const open = silenced.get(ruleId) ?? 0;
      silenced.set(ruleId, open - 1);
      return open <= 0;
    });
  });
}

function byKind({ ofItems, ofLetter }: Letter['checked']): Map<string, SeenFinding[]> {
  const kinds = new Map<string, SeenFinding[]>();
  for (const { ruleId, severity, message } of [...ofItems.flatMap(({ findings }) => findings), ...ofLetter]) {
    const kind = kindOf(ruleId, message);
    kinds.set(kind, [...(kinds.get(kind) ?? []), { ruleId, severity, message }]);
  }
  return kinds;
}

/** The same for a finding whose item has another number since, because an item above it came or went. */
function kindOf(ruleId: string, message: string): string {
  return `${ruleId} ${message.replace(/\d+/g, '#')}`;
}
