import type { DisputedItem, Passage } from '../../determination/model.ts';
import type { Check } from './checks.ts';
import type { Finding, Fix, LetterContext, MessageData, Report, Reporting, Rule, Severity } from './rule.ts';

// What a rule reports, as a finding under the letter's settings.

/** What the settings say of each rule. Rules that are not named keep their own severity, or are off where they are off by default. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export function severityOf(rule: Rule, severities: RuleSeverities): Severity | 'off' {
  return severities.get(rule.id) ?? (rule.offByDefault ? 'off' : rule.severity);
}

/**
 * Runs checks under the letter's settings, one after the other, and gives what each finds, in its own order. A check that throws gives one
 * `internal-error` finding that names its rule, behind what it has reported before.
 */
export class Runner {
  readonly #severities: RuleSeverities;
  #rule: Rule | null = null;
  #item: DisputedItem | null = null;
  #findings: Finding[] | null = null;
  /** One for all checks: most report nothing, and there are many. */
  readonly #report: Reporting = (report) => {
    if (this.#rule) (this.#findings ??= []).push(toFinding(this.#rule, this.#severities, report, this.#item));
  };

  constructor(severities: RuleSeverities) {
    this.#severities = severities;
  }

  readonly onItem = (check: Check, item: DisputedItem, context: LetterContext, about: unknown): readonly Finding[] => {
    this.#begin(check.rule, item);
    try {
      check.ofItem(item, context, this.#report, about);
    } catch (error) {
      this.#fail(error);
    }
    return this.#end();
  };

  readonly onPassage = (check: Check, passage: Passage, _context: LetterContext, about: unknown): readonly Finding[] => {
    if (!check.ofPassage) return NOTHING;
    this.#begin(check.rule, null);
    try {
      check.ofPassage(passage, this.#report, about);
    } catch (error) {
      this.#fail(error);
    }
    return this.#end();
  };

  /** What a rule finds that looks at no single item. */
  onLetter(rule: Rule, check: (report: Reporting) => void): readonly Finding[] {
    this.#begin(rule, null);
    try {
      check(this.#report);
    } catch (error) {
      this.#fail(error);
    }
    return this.#end();
  }

  #begin(rule: Rule, item: DisputedItem | null): void {
    this.#rule = rule;
    this.#item = item;
    this.#findings = null;
  }

  #fail(error: unknown): void {
    (this.#findings ??= []).push(failure(this.#rule?.id ?? '', error, this.#item));
  }

  #end(): readonly Finding[] {
    this.#rule = null;
    return this.#findings ?? NOTHING;
  }
}

/** Most rules find nothing in most places. */
export const NOTHING: readonly Finding[] = [];

function failure(rule: string, error: unknown, item: DisputedItem | null): Finding {
  const name = error instanceof Error ? error.name : 'unknown error';
  return {
    ruleId: 'internal-error', messageId: 'failed', data: { rule, error: name }, severity: 'information',
    message: `The rule ${rule} failed and was left out here (${name}). Please report this.`,
    span: item?.reading.heading ?? { start: 0, end: 0 }, related: [], fixes: [], ...numbered(item?.number),
  };
}

const NO_DATA: MessageData = {};

/** @throws where the rule declares no such message */
function sentence({ messages }: Rule, messageId: string, data: MessageData): string {
  const make = messages[messageId];
  if (!make) throw new RangeError(`There is no message “${messageId}”.`);
  return make(data as never);
}

function toFinding(rule: Rule, severities: RuleSeverities, report: Report, item: DisputedItem | null): Finding {
  const { span, messageId, data = NO_DATA, related = [], fixes = [] } = report;
  const message = sentence(rule, messageId, data);
  const severity = lower(severityOf(rule, severities), report.severity);
  const number = numbered(report.item ?? item?.number);
  if (typeof fixes !== 'function') return { ruleId: rule.id, messageId, data, severity, message, span, related, fixes, ...number };
  let computed: readonly Fix[] | undefined;
  return {
    ruleId: rule.id, messageId, data, severity, message, span, related, ...number,
    get fixes() {
      return (computed ??= fixes());
    },
  };
}

function numbered(item: number | undefined): { item?: number } {
  return item === undefined ? {} : { item };
}

/** A report may say that it is less sure than its rule, never that it is surer than the settings allow. */
function lower(rule: Severity | 'off', report: Severity | undefined): Severity {
  if (rule === 'off') return 'hint';
  return report && SEVERITIES.indexOf(report) < SEVERITIES.indexOf(rule) ? report : rule;
}
