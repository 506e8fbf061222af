import type { FrontMatter } from '../markdown/block.ts';
import { keptBy } from '../markdown/kept-by.ts';
import type { Determination, ItemReading, PassageReading } from './model.ts';
import { countPlaceholders, isPlaceholder } from './placeholder.ts';

/** `drafting`: what isn't there yet is simply not written. `finishing`: what isn't there was forgotten. */
export type Stage = 'drafting' | 'finishing';

export interface Stages {
  /** Of what belongs to no item: the head, the summary, the list of what is in dispute. */
  readonly letter: Stage;
  /** In the order of the items. */
  readonly items: readonly Stage[];
}

/**
 * How far a letter is, by its text alone. Cautious: only blanks that a template has left tell of drafting, and one blank in an item that has all its parts is
 * an oversight. An item that lacks a part without a blank is being drafted where the letter is; in a letter without blanks it is a fault.
 */
export function stagesOf({ items, frontMatter, passages }: Determination): Stages {
  const blank = items.map(({ reading }) => isBlank(reading));
  const isDraft = blank.includes(true) || isHeadBlank(frontMatter, passages.map(({ reading }) => reading));
  return {
    letter: isDraft ? 'drafting' : 'finishing',
    items: items.map(({ reading }, i) => (blank[i] || (isDraft && lacksPart(reading)) ? 'drafting' : 'finishing')),
  };
}

/** More than one place is open, or one besides a part that isn't written. */
const isBlank = keptBy((reading: ItemReading) => {
  const { title, decision, claimsAdministratorGuideline, reviewerGuideline, rationale } = reading;
  const blanks = [title.text, decision?.word, claimsAdministratorGuideline?.prose.text, reviewerGuideline?.prose.text, rationale?.prose.text]
    .reduce((sum, words) => sum + countPlaceholders(words ?? ''), 0);
  return blanks > 1 || (blanks === 1 && (lacksPart(reading) || rationale?.conclusion === null));
});

/** A line without words, or none: the guidelines' lines come after these two, and say less of how far the item is. */
function lacksPart({ decision, rationale }: ItemReading): boolean {
  const words = rationale?.prose.text ?? '';
  return decision === null || isPlaceholder(decision.word) || words === '' || isPlaceholder(words);
}

function isHeadBlank(frontMatter: FrontMatter | null, passages: readonly PassageReading[]): boolean {
  return (frontMatter ? blanksOfHead(frontMatter) : 0) + passages.reduce((sum, reading) => sum + blanksOfPassage(reading), 0) > 1;
}

/** To YAML `[[date]]` is a list in a list. */
const blanksOfHead = keptBy(({ entries }: FrontMatter) => entries.reduce((sum, { value }) => {
  if (typeof value === 'string') return sum + countPlaceholders(value);
  return sum + (value ?? []).filter((words) => /^\[.{0,200}\]$/.test(words) || countPlaceholders(words) > 0).length;
}, 0));

const blanksOfPassage = keptBy(({ prose }: PassageReading) => countPlaceholders(prose.text));
