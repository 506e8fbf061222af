import { numbersInSummary } from '../../determination/case/case-history.ts';
import { changesInRationale, changesInSummary, type ToldChange } from '../../determination/case/told-changes.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/**
 * Each change that begins or ends where the summary's does, of a measure of the same name, and is another one for the rest; each grade where the summary has one grade
 * only. None for a figure that any change of the summary has.
 */
export const changes: FactReader = ({ item, rationale, summary }) => changesInRationale(rationale).flatMap((said) => {
  const told = changesInSummary(summary).filter(({ before }) => (before === null) === (said.before === null));
  if (told.some((each) => each.before === said.before && each.after === said.after)) return [];
  const [only, ...others] = said.before === null ? told : told.filter((each) => isOfOne(said, each));
  if (!only || others.some(({ before, after }) => before !== only.before || after !== only.after)) return [];
  const changed = said.before === null || only.before === said.before ? said.after : said.before;
  if (said.before !== null && numbersInSummary(summary).has(String(changed))) return [];
  return [{ span: said.span, messageId: 'value', data: { item, what: said.before === null ? 'grade' : 'change', stated: said.text, reported: only.text }, ...LIKELY, told: only.span }];
});

/** One end is the same, and a word of what is measured. */
function isOfOne(one: ToldChange, other: ToldChange): boolean {
  const isHalfAlike = (one.before === other.before) !== (one.after === other.after);
  return isHalfAlike && [...one.words].some((word) => other.words.has(word) && !COMMON.has(word));
}

const COMMON: ReadonlySet<string> = new Set('the and his her this that from was were has had have with down went came fell rose dropped fallen risen gone over for since patient worker claimant'.split(' '));
