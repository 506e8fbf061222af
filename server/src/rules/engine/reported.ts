import type { DisputedItem } from '../../determination/model.ts';
import { allow, Overrun } from '../../markdown/steps.ts';
import { FoundFinding } from './found-finding.ts';
import { SEVERITIES, type Finding, type MessageData, type Report, type Reporting, type Rule, type Severity } from './rule.ts';
import { overrun } from './set-aside.ts';

// What a rule reports, as a finding under the letter's settings.

/** What the settings say of each rule. Rules that are not named keep their own severity, or are off where they are off by default. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

export function severityOf(rule: Rule, severities: RuleSeverities): Severity | 'off' {
  return severities.get(rule.id) ?? (rule.offByDefault ? 'off' : rule.severity);
}

/** Where rules are at work: what the settings say of them, how many steps each may take, and the item that they look at. */
interface Work {
  readonly severities: RuleSeverities;
  readonly steps: number;
  readonly item: DisputedItem | null;
}

/** What a rule looks for: some of the rules' checks, or the rule itself. `about`: the answer to its question. */
type Look<Looking> = (looking: Looking, report: Reporting, about: unknown) => void;

/**
 * Runs rules one after the other on the same item, passage or letter, and gives what each finds, in its own order. One that throws gives one
 * `internal-error` finding that names it, one that takes too many steps says that alone. Hundreds run on each item, so that nothing is made for one that finds nothing.
 */
export function runner<Looking>({ severities, steps, item }: Work, look: Look<Looking>): (rule: Rule, looking: Looking, about?: unknown) => readonly Finding[] {
  let findings: Finding[] | null = null;
  let running: Rule | null = null;
  const report = (said: Report): void => {
    if (running) (findings ??= []).push(toFinding(running, severities, said, item));
  };
  return (rule, looking, about) => {
    findings = null;
    running = rule;
    const before = allow(steps);
    try {
      look(looking, report, about);
    } catch (error) {
      if (error instanceof Overrun) return [overrun(rule.id)];
      (findings ??= []).push(failure(rule.id, error, item));
    } finally {
      allow(before);
    }
    return findings ?? NOTHING;
  };
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
  return new FoundFinding({ ruleId: rule.id, messageId, data, severity, message, span, related, ...numbered(report.item ?? item?.number) }, fixes);
}

function numbered(item: number | undefined): { item?: number } {
  return item === undefined ? {} : { item };
}

/** A report may say that it is less sure than its rule, never that it is surer than the settings allow. */
function lower(rule: Severity | 'off', report: Severity | undefined): Severity {
  if (rule === 'off') return 'hint';
  return report && SEVERITIES.indexOf(report) < SEVERITIES.indexOf(rule) ? report : rule;
}
