import type { FrontMatter } from '../../markdown/block.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import type { Determination, ItemReading, PassageReading } from '../model.ts';
import { isPlaceholder, placeholdersIn } from './placeholder.ts';
import { sourceSpan } from '../prose.ts';

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
 * an oversight. An item that lacks a part or its verdict without a blank is being drafted where the letter is; in a letter without blanks it is a fault.
 */
export function stagesOf({ items, frontMatter, passages }: Determination): Stages {
  const blank = items.map(({ reading }) => isBlank(reading));
  const isDraft = blank.includes(true) || isHeadBlank(frontMatter, passages.map(({ reading }) => reading));
  return {
    letter: isDraft ? 'drafting' : 'finishing',
    items: items.map(({ reading }, i) => (blank[i] || (isDraft && isUnfinished(reading)) ? 'drafting' : 'finishing')),
  };
}

/** Where the words of an item have blanks. Spans count from the item's start. */
export const blanksOf = keptBy(({ title, claimsAdministratorGuideline, reviewerGuideline, rationale }: ItemReading): readonly Span[] =>
  [title, claimsAdministratorGuideline?.prose, reviewerGuideline?.prose, rationale?.prose]
    .flatMap((prose) => (prose ? placeholdersIn(prose.text).map((blank) => sourceSpan(prose, blank)) : [])));

/** More than one place is open, or one besides a part that isn't written. */
const isBlank = keptBy((reading: ItemReading) => {
  const { decision } = reading;
  const blanks = blanksOf(reading).length + placeholdersIn(decision?.word ?? '').length;
  return blanks > 1 || (blanks === 1 && isUnfinished(reading));
});

/** Without decision or verdict, whatever else stands there: a rationale is written from its first sentence to its last. */
function isUnfinished({ decision, rationale }: ItemReading): boolean {
  return decision === null || isPlaceholder(decision.word) || !rationale?.conclusion;
}

function isHeadBlank(frontMatter: FrontMatter | null, passages: readonly PassageReading[]): boolean {
  return (frontMatter ? blanksOfHead(frontMatter) : 0) + passages.reduce((sum, reading) => sum + blanksOfPassage(reading), 0) > 1;
}

/** To YAML `[[date]]` is a list in a list. */
const blanksOfHead = keptBy(({ entries }: FrontMatter) => entries.reduce((sum, { value }) => {
  if (typeof value === 'string') return sum + placeholdersIn(value).length;
  return sum + (value ?? []).filter((words) => /^\[.{0,200}\]$/.test(words) || placeholdersIn(words).length > 0).length;
}, 0));

const blanksOfPassage = keptBy(({ prose }: PassageReading) => placeholdersIn(prose.text).length);
