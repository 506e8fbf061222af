import type { Determination, DisputedItem, ItemReading, Passage, PassageReading } from '../../determination/model.ts';
import { placeFinding, type CheckedLetter } from './checked-letter.ts';
import { askAll, checksOf, type Answers, type Check } from './checks.ts';
import { NOTHING, run, severityOf, type RuleSeverities } from './reported.ts';
import type { Finding, LetterContext, LetterRule, Rule, SuppressionRule } from './rule.ts';
import { createSieve } from './silenced.ts';

export type { RuleSeverities } from './reported.ts';

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
  return linters(rules, severities)();
}

/** Makes linters for the given rules and settings, one for each document. */
export function linters(rules: readonly Rule[], severities: RuleSeverities): () => Linter {
  const active = rules.filter((rule) => severityOf(rule, severities) !== 'off');
  const running: Running = {
    checks: active.flatMap(checksOf),
    letterRules: active.filter((rule): rule is LetterRule => rule.scope === 'letter'),
    suppressionRules: active.filter((rule): rule is SuppressionRule => rule.scope === 'suppressions'),
    known: new Set(rules.map(({ id }) => id)),
    active: new Set(active.map(({ id }) => id)),
    severities,
  };
  return () => linterOf(running);
}

/** The rules that the settings leave on, by what they look at. */
interface Running {
  readonly checks: readonly Check[];
  readonly letterRules: readonly LetterRule[];
  readonly suppressionRules: readonly SuppressionRule[];
  /** Ids of all rules, and of those that are on. */
  readonly known: ReadonlySet<string>;
  readonly active: ReadonlySet<string>;
  readonly severities: RuleSeverities;
}

function linterOf({ checks, letterRules, suppressionRules, known, active, severities }: Running): Linter {
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
    }, determination);
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced };
    const silencing = { suppressions, silenced, isKnown: (id: string) => known.has(id), isActive: (id: string) => active.has(id) };
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
