import { shift } from '../markdown/span.ts';
import type { Determination, DisputedItem, ItemReading, Passage, PassageReading } from '../determination/model.ts';
import { askAll, checksOf, type Answers, type Check } from './checks.ts';
import { NOTHING, run, severityOf, type RuleSeverities } from './reported.ts';
import type { Elsewhere, Finding, LetterContext, LetterRule, Rule, SilencedFinding, SuppressionRule } from './rule.ts';
import { createSieve } from './silenced.ts';

export type { RuleSeverities } from './reported.ts';

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
}

/** Checks versions of a letter. Use one for all versions of a document: what was found in items that stay the same is kept. */
export type Linter = (determination: Determination) => CheckedLetter;

/** What was found in an item or a passage, and what it hangs on besides the reading. */
interface Kept {
  readonly number: number;
  readonly context: LetterContext;
  readonly answers: Answers;
  /** By check. */
  readonly found: readonly (readonly Finding[])[];
  readonly findings: readonly Finding[];
}

/** A linter for the given rules and settings. A rule that throws becomes one `internal-error` finding; the others still report. */
export function createLinter(rules: readonly Rule[], severities: RuleSeverities = new Map()): Linter {
  const active = rules.filter((rule) => severityOf(rule, severities) !== 'off');
  const checks = active.flatMap(checksOf);
  const letterRules = active.filter((rule): rule is LetterRule => rule.scope === 'letter');
  const suppressionRules = active.filter((rule): rule is SuppressionRule => rule.scope === 'suppressions');
  const known = new Set(rules.map(({ id }) => id));
  const running = new Set(active.map(({ id }) => id));
  const sift = createSieve();
  const kept = new WeakMap<ItemReading | PassageReading, Kept>();
  let context: LetterContext | null = null;
  let answers: Answers = [];

  const checkItem = (item: DisputedItem, of: LetterContext): readonly Finding[] => lookAgain(item.reading, item.number, of, (check, about) =>
    run(check.rule, severities, (report) => check.ofItem(item, of, report, about), item));

  const checkPassage = (passage: Passage, of: LetterContext): readonly Finding[] => lookAgain(passage.reading, 0, of, (check, about) =>
    run(check.rule, severities, (report) => check.ofPassage?.(passage, report, about), null));

  /** Runs the checks whose answers have changed; all of them where something else has. */
  const lookAgain = (
    reading: ItemReading | PassageReading, number: number, of: LetterContext, find: (check: Check, about: unknown) => readonly Finding[],
  ): readonly Finding[] => {
    const last = kept.get(reading);
    const before = last?.number === number && last.context === of ? last : null;
    if (before?.answers === answers) return before.findings;
    const found = checks.map((check, i) => (before && before.answers[i] === answers[i] ? before.found[i] ?? NOTHING : find(check, answers[i])));
    const isSame = before?.found.every((each, i) => each === found[i]) === true;
    const findings = isSame ? before.findings : found.every((each) => each === NOTHING) ? NOTHING : found.flat();
    kept.set(reading, { number, context: of, answers, found, findings });
    return findings;
  };

  return (determination) => {
    const { items, passages, suppressions } = determination;
    if (!determination.isDetermination) return { ofItems: [], ofLetter: [], silenced: [] };
    const of = context = sameContext(context, determination);
    answers = askAll(checks, determination, answers);
    const { ofItems, ofLetter, silenced } = sift({
      ofItems: items.map((item) => ({ item, findings: checkItem(item, of) })),
      ofLetter: [
        ...passages.flatMap((passage) => checkPassage(passage, of).map((finding) => placeFinding(finding, passage.start, items))),
        ...letterRules.flatMap((rule) => run(rule, severities, (report) => rule.check(determination, report), null)),
      ],
    }, suppressions);
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced };
    const silencing = { suppressions, silenced, isKnown: (id: string) => known.has(id), isActive: (id: string) => running.has(id) };
    const ofSuppressions = suppressionRules.flatMap((rule) => run(rule, severities, (report) => rule.check(silencing, report), null));
    return { ofItems, ofLetter: [...ofLetter, ...ofSuppressions], silenced };
  };
}

function sameContext(previous: LetterContext | null, { layout, facts }: Determination): LetterContext {
  if (previous?.layout !== layout || previous.facts.size !== facts.size) return { layout, facts };
  for (const [key, fact] of facts) {
    const before = previous.facts.get(key);
    if (before?.text !== fact.text || before.span.start !== fact.span.start) return { layout, facts };
  }
  return previous;
}

/** All findings with spans in offsets of the document, in the order of the text, then of the rule ids. */
export function allFindings(checked: CheckedLetter): Finding[] {
  const items = checked.ofItems.map(({ item }) => item);
  const findings = checked.ofItems.flatMap(({ item, findings: own }) => own.map((finding) => placeFinding(finding, item.start, items)));
  return [...findings, ...checked.ofLetter].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
}

/** A finding on an item or a passage with its spans counted from the start of the document. `items`: those of the letter. */
function placeFinding(finding: Finding, start: number, items: readonly DisputedItem[]): Finding {
  const place = <Place extends Elsewhere & Pick<Finding, 'span'>>({ of, ...rest }: Place): Omit<Place, 'of'> => ({ ...rest, span: shift(rest.span, startOf(of, start, items)) });
  return {
    ...finding,
    span: shift(finding.span, start),
    related: finding.related.map(place),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(place) })),
  };
}

/** The offset that a place in a finding counts from; `own`: that of the finding itself. */
export function startOf(of: Elsewhere['of'], own: number, items: readonly DisputedItem[]): number {
  if (of === undefined) return own;
  return of === null ? 0 : items[of - 1]?.start ?? 0;
}
