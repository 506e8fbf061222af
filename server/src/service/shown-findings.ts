import type { DisputedItem } from '../determination/model.ts';
import { blanksOf, stagesOf, type Stages } from '../determination/reading/stage.ts';
import { keptBy } from '../markdown/kept-by.ts';
import type { CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { Finding } from '../rules/engine/rule.ts';
import { waits } from '../rules/waiting.ts';
import type { Show } from '../settings/settings.ts';
import type { Letter } from './letter.ts';

/**
 * What an editor shows of a letter's findings under the setting `imr.show`. Of what is being drafted it leaves out that something isn't there yet; that is found
 * all the same, and counted. What was found stays the same object as long as what is shown of it does.
 */
export function shownFindings({ kind, determination, checked }: Pick<Letter, 'kind' | 'determination' | 'checked'>, show: Show): CheckedLetter {
  if (show === 'everything' || kind !== 'letter') return checked;
  const stages = show === 'onSign' ? null : stagesOf(determination);
  if (stages && isFinishing(stages)) return checked;
  return {
    ...checked,
    ofItems: checked.ofItems.map((own, i) => (isQuiet(stages, i + 1) ? { ...own, findings: outsideOfBlanks(withoutWaiting(own.findings), own.item) } : own)),
    ofLetter: checked.ofLetter.filter((finding) => !(waits(finding) && isQuiet(stages, finding.item))),
  };
}

/** Whether a finding of the letter is left out for now. */
export function waitingIn({ determination }: Pick<Letter, 'determination'>, show: Show): (finding: Finding) => boolean {
  if (show === 'everything') return () => false;
  const stages = show === 'onSign' ? null : stagesOf(determination);
  return (finding) => waits(finding) && isQuiet(stages, finding.item);
}

function isFinishing({ letter, items }: Stages): boolean {
  return letter === 'finishing' && !items.includes('drafting');
}

/** `stages`: null where all is quiet until the letter is signed. */
function isQuiet(stages: Stages | null, item: number | undefined): boolean {
  if (stages === null) return true;
  return (item === undefined ? stages.letter : stages.items[item - 1]) === 'drafting';
}

/** What is found in the words of a blank speaks of the template, and goes with it. */
function outsideOfBlanks(findings: readonly Finding[], { reading }: DisputedItem): readonly Finding[] {
  const blanks = findings.length === 0 ? [] : blanksOf(reading);
  const left = findings.filter(({ span }) => !blanks.some((blank) => blank.start < span.start && span.end < blank.end));
  return left.length === findings.length ? findings : left;
}

const withoutWaiting = keptBy((findings: readonly Finding[]) => {
  const left = findings.filter((finding) => !waits(finding));
  return left.length === findings.length ? findings : left;
});
