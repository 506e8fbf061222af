import { rules } from '../rules/rules.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Tally } from './reporters/reporter.ts';

/** Rules of which a fix may be applied without a look: of the others none has to be computed to be counted. */
const repairing: ReadonlySet<string> = new Set(rules.filter(({ fixable }) => fixable === 'safe').map(({ id }) => id));

export function emptyTally(): Tally {
  return { files: 0, errors: 0, warnings: 0, others: 0, repairable: 0 };
}

/** Adds what was found in a file. */
export function count(tally: Tally, { messages, errorCount, warningCount }: CheckedFile): void {
  if (messages.length === 0) return;
  tally.files += 1;
  tally.errors += errorCount;
  tally.warnings += warningCount;
  tally.others += messages.length - errorCount - warningCount;
  tally.repairable += messages.filter((message) => repairing.has(message.ruleId) && message.fix?.applicability === 'safe').length;
}
