import type { CaseloadLetter } from '../../../protocol/caseload.ts';
import type { LetterRemarks } from '../../../protocol/remarks.ts';
import { decisionDue } from '../determination/reading/case-notes.ts';
import { stagesOf } from '../determination/reading/stage.ts';
import { daysBetween } from '../vocabulary/dates.ts';
import type { Letter } from './letter.ts';
import { signOff } from './sign-off.ts';

/** One letter of a caseload. `today`: YYYY-MM-DD. */
export function caseloadLetter(letter: Letter, name: string, others: LetterRemarks, today: string): CaseloadLetter {
  const { determination, findings } = letter;
  const due = decisionDue(determination)?.due ?? null;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    letter: name, caseNumber: determination.facts.get('case-number')?.text ?? null, stage: stageOf(letter, others), items: determination.items.length,
    errors: count('error'), warnings: count('warning'), remarks: others.remarks.filter(({ state }) => state === 'open').length,
    due, daysLeft: due === null || determination.facts.has('decision-date') ? null : daysBetween(today, due),
  };
}

function stageOf(letter: Letter, remarks: LetterRemarks): CaseloadLetter['stage'] {
  const stages = stagesOf(letter.determination);
  if (stages.letter === 'drafting' || stages.items.includes('drafting')) return 'drafting';
  // Neither text nor name is asked for here.
  const { ready } = signOff(letter, { letter: '', sha256: '', checkedAt: '', switchedOff: [], acknowledged: false, seen: null, remarks });
  return ready ? 'signing' : 'finishing';
}

/** What is due first comes first; what isn't due by any day is last. */
export function byUrgency(letters: readonly CaseloadLetter[]): CaseloadLetter[] {
  return [...letters].sort((one, other) => (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity) || (one.letter < other.letter ? -1 : 1));
}
