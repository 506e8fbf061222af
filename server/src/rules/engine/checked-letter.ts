import type { DisputedItem } from '../../determination/model.ts';
import { shift } from '../../markdown/span.ts';
import type { DecidedFinding } from './decision.ts';
import { FoundFinding } from './found-finding.ts';
import type { Elsewhere, Finding, SilencedFinding } from './rule.ts';

/** The findings of one item, their spans counted from the item's start: the same array as long as nothing of the item changes. */
export interface ItemFindings {
  readonly item: DisputedItem;
  readonly findings: readonly Finding[];
}

export interface CheckedLetter {
  readonly ofItems: readonly ItemFindings[];
  /** Findings on the letter as a whole; spans are offsets of the document. */
  readonly ofLetter: readonly Finding[];
  /** What comments of the letter silence, for an audit. */
  readonly silenced: readonly SilencedFinding[];
  /** What somebody has decided on outside of the letter, for an audit; absent where nothing was. */
  readonly decided?: readonly DecidedFinding[];
}

/** All findings with spans in offsets of the document, in the order of the text, then of the rule ids. */
export function allFindings(checked: CheckedLetter): Finding[] {
  const items = checked.ofItems.map(({ item }) => item);
  const findings = checked.ofItems.flatMap(({ item, findings: own }) => own.map((finding) => placeFinding(finding, item.start, items)));
  return [...findings, ...checked.ofLetter].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
}

/** A finding on an item or a passage with its spans counted from the start of the document. `items`: those of the letter. */
export function placeFinding(finding: Finding, start: number, items: readonly DisputedItem[]): Finding {
  const place = <Place extends Elsewhere & Pick<Finding, 'span'>>(each: Place): Omit<Place, 'of'> => {
    // Most places are the finding's own: to copy all but some fields costs many times as much.
    if (!('of' in each)) return { ...each, span: shift(each.span, start) };
    const { of, ...rest } = each;
    return { ...rest, span: shift(rest.span, startOf(of, start, items)) };
  };
  const { ruleId, messageId, data, severity, message, span, item, related } = finding;
  return new FoundFinding(
    { ruleId, messageId, data, severity, message, span: shift(span, start), related: related.map(place), ...(item !== undefined && { item }) },
    () => finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(place) })),
  );
}

/** The offset that a place in a finding counts from; `own`: that of the finding itself. */
export function startOf(of: Elsewhere['of'], own: number, items: readonly DisputedItem[]): number {
  if (of === undefined) return own;
  return of === null ? 0 : items[of - 1]?.start ?? 0;
}
