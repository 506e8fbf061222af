import { keptBy } from '../../markdown/kept-by.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { Determination, ItemReading, Passage, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';

// What the rules share that read all of the letter's own words, wherever they stand.

export type WordsPlace = 'head' | 'summary' | 'passage' | 'title' | 'claims-guideline' | 'reviewer-guideline' | 'rationale';

/** A stretch of the letter's own words, and what part of the letter it is. */
export interface Words {
  readonly prose: Prose;
  readonly place: WordsPlace;
  /** The title of the item that they are the rationale of. */
  readonly title?: Prose;
}

/** Whether the words of a place are a guideline line, the claims administrator's or the reviewer's. */
export function isGuidelineLine(place: WordsPlace): boolean {
  return place === 'claims-guideline' || place === 'reviewer-guideline';
}

/** Words and where they stand. */
export interface OwnWords extends Words {
  /** What the prose's spans count from, as an offset of the document. */
  readonly start: number;
  readonly item?: number;
}

/** The fields of an item that have words. Kept with the reading. */
export const wordsOfItem = keptBy(({ title, claimsAdministratorGuideline, reviewerGuideline, rationale }: ItemReading): readonly Words[] => {
  const fields: readonly (readonly [WordsPlace, Prose | undefined])[] = [
    ['title', title], ['claims-guideline', claimsAdministratorGuideline?.prose], ['reviewer-guideline', reviewerGuideline?.prose], ['rationale', rationale?.prose],
  ];
  return fields.flatMap(([place, prose]) => (prose && prose.text !== '' ? [{ prose, place, ...(place === 'rationale' ? { title } : {}) }] : []));
});

export function wordsOfPassage(passage: Passage): Words {
  return { prose: passage.reading.prose, place: placeOf(passage) };
}

/** Something that a text holds, and where; span: in the text. */
interface Spoken {
  readonly span: Span;
}

/** The same in the letter. Span: counts from the start of item `of`, or of the document where that is null. */
type SpokenOf<Said extends Spoken> = Said & { readonly of: number | null };

/** How something is looked for in a summary, and in a rationale. */
interface OnCase<Said extends Spoken> {
  readonly inSummary: (prose: Prose) => Said | undefined;
  readonly inRationale: (prose: Prose) => Said | undefined;
}

/** The first thing of its kind that the letter says of this case: in its summary, else in the first rationale that has one. */
export function firstOnCase<Said extends Spoken>({ passages, items }: Pick<Determination, 'passages' | 'items'>, { inSummary, inRationale }: OnCase<Said>): SpokenOf<Said> | null {
  for (const passage of passages) {
    if (placeOf(passage) !== 'summary') continue;
    const { prose } = passage.reading;
    const said = inSummary(prose);
    if (said) return { ...said, span: placeInWords({ prose, start: passage.start }, said.span), of: null };
  }
  for (const { number, reading: { rationale } } of items) {
    const said = rationale && inRationale(rationale.prose);
    if (rationale && said) return { ...said, span: sourceSpan(rationale.prose, said.span), of: number };
  }
  return null;
}

/** Whether words tell of this case: they stand in the summary, or in a rationale. */
export function areOnCase({ place }: Words): boolean {
  return place === 'rationale' || place === 'summary';
}

/** The titles of the items, in their order. */
export const titlesOf = keptBy(({ items }: Pick<Determination, 'items'>): readonly Prose[] => items.map(({ reading }) => reading.title));

/** Every stretch of the letter's own words that `isWanted` takes: passages, then the fields of each item. It is asked at every keystroke. */
export function ownWords({ passages, items }: Pick<Determination, 'passages' | 'items'>, isWanted: (words: Words) => boolean): readonly OwnWords[] {
  const wanted: OwnWords[] = [];
  for (const passage of passages) {
    const words = wordsOfPassage(passage);
    if (isWanted(words)) wanted.push({ ...words, start: passage.start });
  }
  for (const { number: item, start, reading } of items) for (const words of wordsOfItem(reading)) if (isWanted(words)) wanted.push({ ...words, start, item });
  return wanted;
}

function placeOf({ section }: Passage): WordsPlace {
  if (section === null) return 'head';
  return section === 'clinical-case-summary' ? 'summary' : 'passage';
}

/** A place in some words in offsets of the document. */
export function placeInWords({ prose, start }: Pick<OwnWords, 'prose' | 'start'>, within: Span): Span {
  return shift(sourceSpan(prose, within), start);
}

/** The Clinical Case Summary; undefined where the letter has none. */
export function summaryOf({ passages }: Pick<Determination, 'passages'>): Passage | undefined {
  return passages.find(({ section }) => section === 'clinical-case-summary');
}
