import { shift } from '../../markdown/span.ts';
import type { Suppression } from '../../determination/model.ts';
import type { CheckedLetter, ItemFindings } from './checked-letter.ts';
import type { Finding, SilencedFinding } from './rule.ts';

/** What is left of a letter's findings, and what its comments silence. */
export interface Sifted extends Pick<CheckedLetter, 'ofItems' | 'ofLetter'> {
  readonly silenced: readonly SilencedFinding[];
}

/** Takes out the findings that the letter's comments silence. Keeps what it gave for an item, so that the same findings stay the same array. */
export type Sieve = (checked: Pick<CheckedLetter, 'ofItems' | 'ofLetter'>, suppressions: readonly Suppression[]) => Sifted;

const NOTHING: readonly SilencedFinding[] = [];

export function createSieve(): Sieve {
  const kept = new WeakMap<readonly Finding[], readonly Finding[]>();
  return ({ ofItems, ofLetter }, suppressions) => {
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced: NOTHING };
    const silenced: SilencedFinding[] = [];
    const left = (findings: readonly Finding[], start: number): readonly Finding[] => {
      const rest = findings.filter((finding) => {
        const suppression = suppressions.findLast((each) => silences(each, finding, start));
        if (suppression) silenced.push({ suppression, ruleId: finding.ruleId, span: shift(finding.span, start), severity: finding.severity });
        return !suppression;
      });
      if (rest.length === findings.length) return findings;
      const before = kept.get(findings);
      if (before?.length === rest.length && before.every((finding, i) => finding === rest[i])) return before;
      kept.set(findings, rest);
      return rest;
    };
    const items: ItemFindings[] = ofItems.map(({ item, findings }) => ({ item, findings: left(findings, item.start) }));
    return { ofItems: items, ofLetter: left(ofLetter, 0), silenced };
  };
}

/** A finding is silenced where it begins. A rule that failed says so whatever a comment says. */
function silences({ rules, covers }: Suppression, { ruleId, span }: Finding, start: number): boolean {
  const at = span.start + start;
  if (at < covers.start || at > covers.end || ruleId === 'internal-error') return false;
  return rules.length === 0 || rules.some(({ id }) => id === ruleId);
}
