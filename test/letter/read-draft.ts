import type { Determination, Prose } from '../../server/src/determination/model.ts';
import { createLetterReader, type TextKind } from '../../server/src/determination/reading/read.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { openSource } from '../../server/src/service/source.ts';

export function read(text: string, kind: TextKind): Determination {
  return createLetterReader()(openSource(text, kind).blocks, kind);
}

/** What a letter says item by item, without white space and hyphens. */
export function itemsOf({ items }: Determination): object[] {
  return items.map(({ reading }) => ({
    title: letters(reading.title), decision: reading.decision?.word,
    claimsAdministrator: letters(reading.claimsAdministratorGuideline?.prose), reviewer: letters(reading.reviewerGuideline?.prose),
    rationale: letters(reading.rationale?.prose),
  }));
}

function letters(prose: Prose | undefined): string {
  return prose?.text.replace(/[\s‐-]/g, '') ?? '';
}

/** The ids of all findings with the numbers of their items. */
export function findingsOf(text: string, kind: TextKind): string[] {
  return allFindings(createLinter(rules, new Map())(read(text, kind))).map(({ ruleId, item }) => `${ruleId} ${item ?? ''}`).sort();
}

const TITLE = '# Independent Medical Review Final Determination\n\n';
const ADVICE = 'Move each to where it belongs, or delete it.\n\n';

/** The draft from its title on, without the title. */
export function bodyOf(draft: string): string {
  return draft.slice(draft.indexOf(TITLE) + TITLE.length);
}

/** What stands at the end because it found no place; empty where everything did. */
export function leftoverOf(draft: string): string {
  const at = draft.indexOf(ADVICE);
  return at < 0 ? '' : draft.slice(at + ADVICE.length);
}
