import type { Determination, DisputedItem, ItemReading, Passage, PassageReading } from '../../determination/model.ts';
import { ownSentences } from '../../determination/statements.ts';
import { allAtOnce, type Sliced } from '../../markdown/sliced.ts';
import { placeFinding, type CheckedLetter, type ItemFindings } from './checked-letter.ts';
import { answered, askAll, checksOf, type Answers, type Check } from './checks.ts';
import { wordsOfItem, wordsOfPassage, type Words } from './own-words.ts';
import { NOTHING, runner, severityOf, type RuleSeverities } from './reported.ts';
import type { Finding, LetterContext, LetterRule, Rule, SuppressionRule } from './rule.ts';
import { withoutSetAside } from './set-aside.ts';
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
  const lint = linters(rules, severities)();
  return (determination) => allAtOnce(lint(determination));
}

/** A linter that stops between its rules; a check that is left undone spoils none of the next. */
export type SlicedLinter = (determination: Determination) => Sliced<CheckedLetter>;

/** Makes linters for the given rules and settings, one for each document. */
export function linters(rules: readonly Rule[], severities: RuleSeverities): () => SlicedLinter {
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

function linterOf(running: Running): SlicedLinter {
  const linter = new VersionLinter(running);
  return (determination) => linter.lint(determination);
}

/** Checks the versions of one letter. */
class VersionLinter {
  readonly #running: Running;
  readonly #sift = createSieve();
  readonly #kept = new WeakMap<ItemReading | PassageReading, Kept>();
  #context: LetterContext | null = null;
  #answers: Answers = [];

  constructor(running: Running) {
    this.#running = running;
  }

  *lint(determination: Determination): Sliced<CheckedLetter> {
    const { items, passages, suppressions } = determination;
    const { checks, letterRules, suppressionRules, known, active, severities } = this.#running;
    if (!determination.isDetermination) return { ofItems: [], ofLetter: [], silenced: [] };
    const of = this.#context = sameContext(this.#context, determination);
    const steps = stepsFor(lengthOf(determination));
    this.#answers = yield* askAll(checks, determination, this.#answers, steps);
    const foundInItems: ItemFindings[] = [];
    for (const item of items) foundInItems.push({ item, findings: yield* this.#checkItem(item, of) });
    const foundInLetter: Finding[] = [];
    for (const passage of passages) for (const finding of yield* this.#checkPassage(passage, of)) foundInLetter.push(placeFinding(finding, passage.start, items));
    const findInLetter = runner({ severities, steps, item: null }, (rule: LetterRule, report) => rule.check(determination, report));
    for (const rule of letterRules) {
      foundInLetter.push(...findInLetter(rule, rule));
      yield;
    }
    const { ofItems, ofLetter, silenced } = this.#sift(withoutSetAside({ ofItems: foundInItems, ofLetter: foundInLetter }, determination), determination);
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced };
    const silencing = { suppressions, silenced, isKnown: (id: string) => known.has(id), isActive: (id: string) => active.has(id) };
    const findInSuppressions = runner({ severities, steps, item: null }, (rule: SuppressionRule, report) => rule.check(silencing, report));
    const ofSuppressions = suppressionRules.flatMap((rule) => findInSuppressions(rule, rule));
    return { ofItems, ofLetter: [...ofLetter, ...ofSuppressions], silenced };
  }

  *#checkItem(item: DisputedItem, of: LetterContext): Sliced<readonly Finding[]> {
    const length = item.end - item.start;
    if (length > LONG && !this.#kept.has(item.reading)) yield* sentencesAhead(wordsOfItem(item.reading));
    const find = runner({ severities: this.#running.severities, steps: stepsFor(length), item }, (check: Check, report, about) => check.ofItem(item, of, report, answered(about)));
    return yield* this.#lookAgain(item.reading, length, item.number, of, find);
  }

  *#checkPassage(passage: Passage, of: LetterContext): Sliced<readonly Finding[]> {
    const { length } = passage.reading.prose.text;
    if (length > LONG && !this.#kept.has(passage.reading)) yield* sentencesAhead([wordsOfPassage(passage)]);
    const find = runner({ severities: this.#running.severities, steps: stepsFor(length), item: null }, (check: Check, report, about) => check.ofPassage?.(passage, report, answered(about)));
    return yield* this.#lookAgain(passage.reading, length, 0, of, find);
  }

  /** Runs the checks whose answers have changed; all of them where something else has. */
  *#lookAgain(
    reading: ItemReading | PassageReading, length: number, number: number, of: LetterContext, find: (rule: Rule, check: Check, about: unknown) => readonly Finding[],
  ): Sliced<readonly Finding[]> {
    const { checks } = this.#running;
    const answers = this.#answers;
    const last = this.#kept.get(reading);
    const before = last?.number === number && last.context === of ? last : null;
    if (before?.answers === answers) return before.findings;
    const found: (readonly Finding[])[] = [];
    const isLong = length > LONG;
    for (let i = 0; i < checks.length; i++) {
      const check = checks[i]!;
      found.push(before && before.answers[i] === answers[i] ? before.found[i] ?? NOTHING : find(check.rule, check, answers[i]));
      if (isLong || i % CHECKS_AT_ONCE === 0) yield;
    }
    const isSame = before?.found.every((each, i) => each === found[i]) === true;
    const findings = isSame ? before.findings : found.every((each) => each === NOTHING) ? NOTHING : found.flat();
    this.#kept.set(reading, { number, context: of, answers, found, findings });
    return findings;
  }
}

/** Reads the sentences of long words with stops, so that they are there when the first check asks for all of them. */
function* sentencesAhead(all: readonly Pick<Words, 'prose'>[]): Sliced<void> {
  for (const { prose } of all) {
    for (const { sentence } of ownSentences(prose)) {
      void sentence.statements;
      yield;
    }
  }
}

/** Checks that are run between two stops. */
const CHECKS_AT_ONCE = 10;
/** Characters of an item of which a single check takes a while. */
const LONG = 20_000;

/** Fifty times the most that any rule takes on a letter, and a share of the text's length: what grows faster than the text is ended. */
function stepsFor(length: number): number {
  return MOST_STEPS + STEPS_PER_CHARACTER * length;
}

const MOST_STEPS = 100_000;
const STEPS_PER_CHARACTER = 5;

/** Of the letter, up to where its words end. */
function lengthOf({ items, passages }: Determination): number {
  const last = passages.at(-1);
  return Math.max(items.at(-1)?.end ?? 0, last ? last.start + last.reading.prose.text.length : 0);
}

function sameContext(previous: LetterContext | null, { layout, facts }: Determination): LetterContext {
  if (previous?.layout !== layout || previous.facts.size !== facts.size) return { layout, facts };
  for (const [key, fact] of facts) {
    const before = previous.facts.get(key);
    if (before?.text !== fact.text || before.span.start !== fact.span.start) return { layout, facts };
  }
  return previous;
}
