import type { Severity } from './severity.ts';

/** A rule as a list shows it. */
export interface ListedRule {
  readonly id: string;
  /** Where the settings say nothing else. */
  readonly severity: Severity | 'off';
  readonly summary: string;
}
