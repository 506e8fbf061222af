import type { Determination, DisputedItem } from '../determination/model.ts';
import { placeFinding, type CheckedLetter, type ItemFindings } from '../rules/engine/checked-letter.ts';
import type { DecidedFinding, Decision } from '../rules/engine/decision.ts';
import type { Finding, Json } from '../rules/engine/rule.ts';
import { readableIdentity } from './finding-identity.ts';

/** By what a letter is known in a file of decisions: its case number, or its file's name where it has none. */
export function letterKey({ facts }: Pick<Determination, 'facts'>, fileName: string): string {
  return facts.get('case-number')?.text ?? fileName;
}

/** A decision on a finding of a letter, as a line of the file. */
export function decisionOn(
  finding: Finding, { determination, fileName }: { readonly determination: Determination; readonly fileName: string }, said: Pick<Decision, 'reason' | 'who' | 'when'>,
): Decision {
  const { rule, item, message, data } = readableIdentity(finding, titlesOf(determination.items));
  return { letter: letterKey(determination, fileName), rule, item, message, data, ...said };
}

/** Takes out what was decided on; keeps what it gave for an item, so that the same findings stay the same array. */
export type DecisionSieve = (checked: CheckedLetter, determination: Determination) => CheckedLetter;

/** `fileName`: of the letter, for one without a case number. */
export function decisionSieve(decisions: readonly Decision[], fileName: string): DecisionSieve {
  const kept = new WeakMap<readonly Finding[], readonly Finding[]>();
  return (checked, determination) => {
    const key = letterKey(determination, fileName);
    const byFinding = new Map(decisions.filter(({ letter }) => letter === key).map((decision) => [keyOf(decision), decision]));
    if (byFinding.size === 0) return checked;
    const titles = titlesOf(determination.items);
    const items = checked.ofItems.map(({ item }) => item);
    const decided: DecidedFinding[] = [];
    const left = (findings: readonly Finding[], start: number): readonly Finding[] => {
      const rest = findings.filter((finding) => {
        const decision = byFinding.get(keyOf(readableIdentity(finding, titles)));
        if (decision) decided.push({ finding: placeFinding(finding, start, items), decision });
        return decision === undefined;
      });
      if (rest.length === findings.length) return findings;
      const before = kept.get(findings);
      if (before?.length === rest.length && before.every((finding, i) => finding === rest[i])) return before;
      kept.set(findings, rest);
      return rest;
    };
    const ofItems = checked.ofItems.map(({ item, findings }): ItemFindings => ({ item, findings: left(findings, item.start) }));
    return { ...checked, ofItems, ofLetter: left(checked.ofLetter, 0), decided };
  };
}

function keyOf({ rule, item, message, data }: Pick<Decision, 'rule' | 'item' | 'message' | 'data'>): string {
  return JSON.stringify([rule, item, message, Object.entries<Json>(data).sort(([one], [other]) => (one < other ? -1 : 1))]);
}

function titlesOf(items: readonly DisputedItem[]): string[] {
  return items.map(({ reading }) => reading.title.text);
}
