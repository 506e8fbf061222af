import type { DisputedItem } from '../../determination/model.ts';
import type { Finding, Fix, Report, Rule, Severity } from './rule.ts';

// What a rule reports, as a finding under the letter's settings.

/** What the settings say of each rule. Rules that are not named keep their own severity, or are off where they are off by default. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export function severityOf(rule: Rule, severities: RuleSeverities): Severity | 'off' {
  return severities.get(rule.id) ?? (rule.offByDefault ? 'off' : rule.severity);
}

/** What a rule finds, in its own order. One that throws gives one `internal-error` finding that names it. */
export function run(rule: Rule, severities: RuleSeverities, check: (report: (report: Report) => void) => void, item: DisputedItem | null): readonly Finding[] {
  let findings: Finding[] | undefined;
  try {
    check((report) => (findings ??= []).push(toFinding(rule, severities, report, item)));
  } catch (error) {
    const message = `The rule ${rule.id} failed and was left out here (${error instanceof Error ? error.name : 'unknown error'}). Please report this.`;
    (findings ??= []).push({ ruleId: 'internal-error', severity: 'information', message, span: item?.reading.heading ?? { start: 0, end: 0 }, related: [], fixes: [], ...numbered(item?.number) });
  }
  return findings ?? NOTHING;
}

/** Most rules find nothing in most places. */
export const NOTHING: readonly Finding[] = [];

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

/** A report may say that it is less sure than its rule, never that it is surer than the settings allow. */
function lower(rule: Severity | 'off', report: Severity | undefined): Severity {
  if (rule === 'off') return 'hint';
  return report && SEVERITIES.indexOf(report) < SEVERITIES.indexOf(rule) ? report : rule;
}
