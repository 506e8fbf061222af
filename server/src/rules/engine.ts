import { shift } from '../markdown/span.ts';
import type { Determination, DisputedItem, ItemReading, Passage, PassageReading } from '../determination/model.ts';
import { wordsOfItem, wordsOfPassage } from './own-words.ts';
import type { Finding, Fix, ItemRule, LetterContext, LetterRule, Report, Rule, Severity, SilencedFinding, SuppressionRule, WordsRule } from './rule.ts';
import { createSieve } from './silenced.ts';

/** What the settings say of each rule. Rules that are not named keep their own severity, or are off where they are off by default. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

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

interface Kept {
  readonly number: number;
  readonly context: LetterContext;
  readonly findings: readonly Finding[];
}

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** A linter for the given rules and settings. A rule that throws becomes one `internal-error` finding; the others still report. */
export function createLinter(rules: readonly Rule[], severities: RuleSeverities = new Map()): Linter {
  const active = rules.filter((rule) => severityOf(rule, severities) !== 'off');
  const itemRules = active.filter((rule): rule is ItemRule => rule.scope === 'item');
  const wordsRules = active.filter((rule): rule is WordsRule => rule.scope === 'words');
  const letterRules = active.filter((rule): rule is LetterRule => rule.scope === 'letter');
  const suppressionRules = active.filter((rule): rule is SuppressionRule => rule.scope === 'suppressions');
  const known = new Set(rules.map(({ id }) => id));
  const running = new Set(active.map(({ id }) => id));
  const sift = createSieve();
  const kept = new WeakMap<ItemReading, Kept>();
  const keptPassages = new WeakMap<PassageReading, readonly Finding[]>();
  let context: LetterContext | null = null;

  const checkItem = (item: DisputedItem, of: LetterContext): readonly Finding[] => {
    const before = kept.get(item.reading);
    if (before?.number === item.number && before.context === of) return before.findings;
    const findings = [
      ...itemRules.flatMap((rule) => run(rule, severities, (report) => rule.check(item, of, report), item)),
      ...wordsOfItem(item.reading).flatMap((words) => wordsRules.flatMap((rule) => run(rule, severities, (report) => rule.check(words, report), item))),
    ];
    kept.set(item.reading, { number: item.number, context: of, findings });
    return findings;
  };

  const checkPassage = (passage: Passage): readonly Finding[] => {
    let findings = keptPassages.get(passage.reading);
    if (!findings) {
      const words = wordsOfPassage(passage);
      keptPassages.set(passage.reading, (findings = wordsRules.flatMap((rule) => run(rule, severities, (report) => rule.check(words, report), null))));
    }
    return findings.map((finding) => placeFinding(finding, passage.start));
  };

  return (determination) => {
    const { items, passages, suppressions } = determination;
    if (!determination.isDetermination) return { ofItems: [], ofLetter: [], silenced: [] };
    context = sameContext(context, determination);
    const of = context;
    const { ofItems, ofLetter, silenced } = sift({
      ofItems: items.map((item) => ({ item, findings: checkItem(item, of) })),
      ofLetter: [
        ...passages.flatMap(checkPassage),
        ...letterRules.flatMap((rule) => run(rule, severities, (report) => rule.check(determination, report), null)),
      ],
    }, suppressions);
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced };
    const silencing = { suppressions, silenced, isKnown: (id: string) => known.has(id), isActive: (id: string) => running.has(id) };
    const ofSuppressions = suppressionRules.flatMap((rule) => run(rule, severities, (report) => rule.check(silencing, report), null));
    return { ofItems, ofLetter: [...ofLetter, ...ofSuppressions], silenced };
  };
}

function run(rule: Rule, severities: RuleSeverities, check: (report: (report: Report) => void) => void, item: DisputedItem | null): Finding[] {
  const findings: Finding[] = [];
  try {
    check((report) => findings.push(toFinding(rule, severities, report, item)));
  } catch (error) {
    const message = `The rule ${rule.id} failed and was left out here (${error instanceof Error ? error.name : 'unknown error'}). Please report this.`;
    findings.push({ ruleId: 'internal-error', severity: 'information', message, span: item?.reading.heading ?? { start: 0, end: 0 }, related: [], fixes: [], ...numbered(item?.number) });
  }
  return findings;
}

function toFinding(rule: Rule, severities: RuleSeverities, report: Report, item: DisputedItem | null): Finding {
  const { span, message, related = [], fixes = [] } = report;
  const severity = lower(severityOf(rule, severities), report.severity);
  const number = numbered(report.item ?? item?.number);
  if (typeof fixes !== 'function') return { ruleId: rule.id, severity, message, span, related, fixes, ...number };
  let computed: readonly Fix[] | undefined;
  return {
    ruleId: rule.id, severity, message, span, related, ...number,
    get fixes() {
      return (computed ??= fixes());
    },
  };
}

function numbered(item: number | undefined): { item?: number } {
  return item === undefined ? {} : { item };
}

function severityOf(rule: Rule, severities: RuleSeverities): Severity | 'off' {
  return severities.get(rule.id) ?? (rule.offByDefault ? 'off' : rule.severity);
}

/** A report may say that it is less sure than its rule, never that it is surer than the settings allow. */
function lower(rule: Severity | 'off', report: Severity | undefined): Severity {
  if (rule === 'off') return 'hint';
  return report && SEVERITIES.indexOf(report) < SEVERITIES.indexOf(rule) ? report : rule;
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
  const findings = checked.ofItems.flatMap(({ item, findings: own }) => own.map((finding) => placeFinding(finding, item.start)));
  return [...findings, ...checked.ofLetter].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
}

/** A finding on an item with its spans counted from the start of the document. */
export function placeFinding(finding: Finding, start: number): Finding {
  return {
    ...finding,
    span: shift(finding.span, start),
    related: finding.related.map((related) => ({ ...related, span: shift(related.span, start) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, start) })) })),
  };
}
