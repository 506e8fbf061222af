import { shift, type Span } from '../../markdown/span.ts';
import type { Determination, SilencedRule, Suppression } from '../../determination/model.ts';
import { areNamed } from '../../determination/silenced-words.ts';
import type { CheckedLetter, ItemFindings } from './checked-letter.ts';
import type { Finding, SilencedFinding } from './rule.ts';
import { isOfEngine } from './set-aside.ts';

/** What is left of a letter's findings, and what its comments silence. */
export interface Sifted extends Pick<CheckedLetter, 'ofItems' | 'ofLetter'> {
  readonly silenced: readonly SilencedFinding[];
}

/** Takes out the findings that the letter's comments silence. Keeps what it gave for an item, so that the same findings stay the same array. */
export type Sieve = (checked: Pick<CheckedLetter, 'ofItems' | 'ofLetter'>, letter: Pick<Determination, 'suppressions' | 'text'>) => Sifted;

const NOTHING: readonly SilencedFinding[] = [];

export function createSieve(): Sieve {
  const kept = new WeakMap<readonly Finding[], readonly Finding[]>();
  return ({ ofItems, ofLetter }, letter) => {
    const { suppressions } = letter;
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced: NOTHING };
    const nearest = suppressions.toReversed();
    const silenced: SilencedFinding[] = [];
    const left = (findings: readonly Finding[], start: number): readonly Finding[] => {
      const rest = findings.filter((finding) => {
        const span = shift(finding.span, start);
        for (const suppression of nearest) {
          const by = silencing(suppression, finding.ruleId, span, letter);
          if (by === undefined) continue;
          silenced.push({ suppression, by, ruleId: finding.ruleId, span, severity: finding.severity });
          return false;
        }
        return true;
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

/** By which of the rules that it names a comment silences a finding, null where it names none; undefined where it doesn't. */
function silencing({ rules, covers }: Suppression, ruleId: string, { start, end }: Span, letter: Pick<Determination, 'text'>): SilencedRule | null | undefined {
  // A finding is silenced where it begins. What the engine says of the letter, it says whatever a comment says.
  if (start < covers.start || start > covers.end || isOfEngine(ruleId)) return undefined;
  return rules.length === 0 ? null : rules.find(({ id, words }) => id === ruleId && (words === null || areNamed(letter.text.slice(start, end), words)));
}
