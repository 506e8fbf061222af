import type { ItemReading, Prose } from '../../determination/model.ts';
import { changesInRationale, changesInSummary, type ToldChange } from '../../determination/told-changes.ts';

/** A change or a grade that a rationale tells, and the summary's other one. */
export interface ContraryChange {
  readonly said: ToldChange;
  readonly other: ToldChange;
}

/**
 * Each change that begins or ends where the summary's does, of a measure of the same name, and is another one for the rest; each grade where the summary has one grade
 * only. Null for a figure that any change of the summary has.
 */
export function contraryChanges({ rationale }: ItemReading, summary: Prose, isKnown: (value: number) => boolean): readonly ContraryChange[] {
  if (!rationale) return [];
  return changesInRationale(rationale.prose).flatMap((said) => {
    const told = changesInSummary(summary).filter(({ before }) => (before === null) === (said.before === null));
    if (told.some((each) => each.before === said.before && each.after === said.after)) return [];
    const [only, ...others] = said.before === null ? told : told.filter((each) => isOfOne(said, each));
    if (!only || others.some(({ before, after }) => before !== only.before || after !== only.after)) return [];
    const changed = said.before === null || only.before === said.before ? said.after : said.before;
    return said.before !== null && isKnown(changed) ? [] : [{ said, other: only }];
  });
}

/** One end is the same, and a word of what is measured. */
function isOfOne(one: ToldChange, other: ToldChange): boolean {
  const isHalfAlike = (one.before === other.before) !== (one.after === other.after);
  return isHalfAlike && [...one.words].some((word) => other.words.has(word) && !COMMON.has(word));
}

const COMMON: ReadonlySet<string> = new Set('the and his her this that from was were has had have with down went came fell rose dropped fallen risen gone over for since patient worker claimant'.split(' '));
